$TRUCE print --view lesson tests/data/rounds.yaml
