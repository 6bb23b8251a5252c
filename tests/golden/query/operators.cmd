$TRUCE print -Q "ink NOT road" tests/data/rounds.yaml
