$TRUCE print --compare opening tests/data/talks.yaml
