$TRUCE print -f json -w 80 tests/data/karlsund.yaml
