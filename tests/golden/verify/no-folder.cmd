$TRUCE verify --texts tests/golden/verify/text tests/golden/verify/record.yaml
