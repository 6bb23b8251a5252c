$TRUCE print --quotes-only -w 40 tests/data/karlsund.yaml
