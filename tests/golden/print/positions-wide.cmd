$TRUCE print --positions -w 120 tests/data/talks.yaml
