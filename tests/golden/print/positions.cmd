$TRUCE print --positions tests/data/talks.yaml
