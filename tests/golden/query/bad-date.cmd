$TRUCE print -Q 'ink 1856-13' tests/data/rounds.yaml
