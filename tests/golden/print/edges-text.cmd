$TRUCE print tests/data/edges.yaml
