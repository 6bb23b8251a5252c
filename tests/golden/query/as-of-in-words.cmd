$TRUCE print --as-of "31 April 1856" tests/data/rounds.yaml
