$TRUCE print --compare opening,return -w 60 tests/data/talks.yaml
