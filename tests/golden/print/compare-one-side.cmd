$TRUCE print --compare opening,return -Q 1881 tests/data/talks.yaml
