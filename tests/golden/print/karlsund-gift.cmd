$TRUCE print -f gift --seed 7 tests/data/class.yaml
