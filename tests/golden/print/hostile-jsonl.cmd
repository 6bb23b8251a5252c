$TRUCE print -f jsonl -w 80 tests/data/hostile.yaml 2>/dev/null
