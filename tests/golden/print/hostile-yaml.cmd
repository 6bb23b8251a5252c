$TRUCE print -f yaml -w 80 tests/data/hostile.yaml 2>/dev/null
