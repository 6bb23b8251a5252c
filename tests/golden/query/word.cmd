$TRUCE print -w 72 -Q 'ink' tests/data/rounds.yaml
