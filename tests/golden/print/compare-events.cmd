$TRUCE print --compare opening,return tests/data/talks.yaml
