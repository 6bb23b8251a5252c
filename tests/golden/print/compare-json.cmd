$TRUCE print -f json --compare opening,return tests/data/talks.yaml
