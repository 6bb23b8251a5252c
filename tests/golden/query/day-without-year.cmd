$TRUCE print -Q "30 March" tests/data/rounds.yaml
