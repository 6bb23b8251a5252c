$TRUCE verify --texts tests/golden/verify/originals tests/data/originals.yaml
