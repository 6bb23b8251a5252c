$TRUCE print --ascii -w 80 tests/data/karlsund.yaml
