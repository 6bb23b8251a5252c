$TRUCE verify --texts tests/golden/verify/reach tests/golden/verify/reach.yaml
