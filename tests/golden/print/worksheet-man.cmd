$TRUCE print --worksheet --seed 44 -f man tests/data/class.yaml
