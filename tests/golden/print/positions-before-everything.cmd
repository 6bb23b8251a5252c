$TRUCE print --positions --as-of 1850 -Q party:norland tests/data/talks.yaml
