$TRUCE verify --texts tests/golden/verify/alike tests/golden/verify/alike.yaml
