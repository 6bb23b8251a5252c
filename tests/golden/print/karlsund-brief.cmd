$TRUCE print --brief -w 80 tests/data/karlsund.yaml
