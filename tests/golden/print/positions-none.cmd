$TRUCE print --positions tests/data/rounds.yaml
