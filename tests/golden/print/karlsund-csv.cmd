$TRUCE print -f csv tests/data/karlsund.yaml
