$TRUCE print -f timelinejs tests/data/karlsund.yaml
