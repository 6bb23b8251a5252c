$TRUCE print -f text -w 80 tests/data/karlsund.yaml
