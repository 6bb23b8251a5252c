$TRUCE print -f gift --seed 1 tests/data/hostile.yaml 2>/dev/null
