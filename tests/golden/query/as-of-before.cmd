$TRUCE print --as-of 1800 tests/data/rounds.yaml
