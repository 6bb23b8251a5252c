$TRUCE print --worksheet --seed 44 -w 40 --ascii tests/data/class.yaml
