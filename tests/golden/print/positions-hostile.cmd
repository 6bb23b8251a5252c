$TRUCE print --positions -w 40 tests/data/hostile.yaml
