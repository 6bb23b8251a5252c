$TRUCE print --as-of 1856-03-26 --compare opening,evening tests/data/talks.yaml
