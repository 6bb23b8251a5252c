$TRUCE print -Q 'ink speakr:hale' tests/data/rounds.yaml
