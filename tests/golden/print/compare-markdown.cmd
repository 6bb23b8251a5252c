$TRUCE print -f markdown --compare opening,return tests/data/talks.yaml
