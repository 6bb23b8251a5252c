$TRUCE print -f markdown --positions tests/data/talks.yaml
