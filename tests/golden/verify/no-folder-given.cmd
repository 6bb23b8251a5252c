$TRUCE verify tests/golden/verify/record.yaml
