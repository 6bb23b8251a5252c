$TRUCE print --worksheet --seed 44 tests/data/class.yaml
