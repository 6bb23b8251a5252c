$TRUCE print --brief -w 72 -Q by:norland tests/data/rounds.yaml; $TRUCE print --brief -w 72 -Q "-by:norland,hale has:quotes" tests/data/rounds.yaml
