$TRUCE print --brief -w 72 -Q 1856-04..1881-05 tests/data/rounds.yaml
