$TRUCE print -f gift --seed 1 tests/data/hostile.yaml tests/data/karlsund.yaml 2>/dev/null
