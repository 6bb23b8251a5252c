$TRUCE print --worksheet --seed 9 -w 60 tests/data/hostile.yaml tests/data/class.yaml 2>/dev/null
