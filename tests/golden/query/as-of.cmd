$TRUCE print --brief -w 72 --as-of 1881-05 tests/data/rounds.yaml
