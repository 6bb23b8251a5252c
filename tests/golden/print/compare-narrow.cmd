$TRUCE print --compare opening,return -w 44 tests/data/talks.yaml
