$TRUCE print -f markdown tests/data/karlsund.yaml
