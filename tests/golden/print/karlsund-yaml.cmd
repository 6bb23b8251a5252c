$TRUCE print -f yaml -w 80 tests/data/karlsund.yaml
