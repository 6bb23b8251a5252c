$TRUCE print --as-of 1860 tests/data/edges.yaml
