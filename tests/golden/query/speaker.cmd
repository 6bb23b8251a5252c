$TRUCE print --brief -w 72 --query=speaker:hale tests/data/rounds.yaml
