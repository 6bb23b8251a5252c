$TRUCE print -f man -w 80 tests/data/karlsund.yaml
