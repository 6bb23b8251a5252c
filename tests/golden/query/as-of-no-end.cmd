$TRUCE print --as-of 1856-03/.. tests/data/rounds.yaml
