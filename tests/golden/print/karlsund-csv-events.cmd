$TRUCE print -f csv-events tests/data/karlsund.yaml
