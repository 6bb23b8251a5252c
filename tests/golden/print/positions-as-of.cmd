$TRUCE print --positions --as-of 1856-03-31 tests/data/talks.yaml
