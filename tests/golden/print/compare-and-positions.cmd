$TRUCE print --positions --compare opening,return tests/data/talks.yaml
