$TRUCE print -Q has:qotes tests/data/rounds.yaml
