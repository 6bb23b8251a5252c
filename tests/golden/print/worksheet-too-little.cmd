$TRUCE print --worksheet --seed 1 -Q id:hale-ink tests/data/class.yaml
