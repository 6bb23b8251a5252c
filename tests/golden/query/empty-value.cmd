$TRUCE print -Q 'speaker: hale' tests/data/rounds.yaml
