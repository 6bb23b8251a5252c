$TRUCE print --positions --ascii -w 40 tests/data/talks.yaml
