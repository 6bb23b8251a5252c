$TRUCE print --compare opening,opening tests/data/talks.yaml
