$TRUCE print -f markdown --worksheet --seed 44 tests/data/class.yaml
