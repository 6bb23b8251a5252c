$TRUCE print --positions --as-of 1856-03-21 tests/data/talks.yaml
