$TRUCE print -Q '  ' tests/data/rounds.yaml
