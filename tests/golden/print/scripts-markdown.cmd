$TRUCE print -f markdown tests/data/scripts.yaml
