$TRUCE print --as-of XXXX-03 tests/data/rounds.yaml
