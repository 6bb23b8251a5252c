$TRUCE print --as-of 1856-04-01 --compare opening,return tests/data/talks.yaml
