$TRUCE print -f json -w 80 tests/data/hostile.yaml 2>/dev/null
