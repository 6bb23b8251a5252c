$TRUCE print --as-of 1918-02-30 tests/data/rounds.yaml
