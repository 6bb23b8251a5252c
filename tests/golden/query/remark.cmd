$TRUCE print --brief -w 72 -Q '1881 -speaker:orlow' tests/data/rounds.yaml
