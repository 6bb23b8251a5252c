$TRUCE print -w 36 tests/data/karlsund.yaml
