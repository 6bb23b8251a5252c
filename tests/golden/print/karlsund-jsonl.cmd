$TRUCE print -f jsonl -w 80 tests/data/karlsund.yaml
