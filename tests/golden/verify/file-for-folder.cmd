$TRUCE verify --texts tests/golden/verify/record.yaml tests/golden/verify/record.yaml
