$TRUCE print --compare opening,retrun tests/data/talks.yaml
