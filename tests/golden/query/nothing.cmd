$TRUCE print -f json -Q 'speaker:orlow' tests/data/rounds.yaml
