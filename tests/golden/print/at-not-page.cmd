$TRUCE print --at hale-ink tests/data/rounds.yaml
