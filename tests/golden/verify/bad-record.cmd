$TRUCE verify --texts tests/golden/verify/texts tests/golden/check/bad-status.yaml
