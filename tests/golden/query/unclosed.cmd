$TRUCE print -Q 'ink "in five weeks' tests/data/rounds.yaml
