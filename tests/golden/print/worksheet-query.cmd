$TRUCE print --worksheet --seed 7 -Q "speaker:hale,orlov,lind" tests/data/class.yaml
