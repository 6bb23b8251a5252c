$TRUCE verify --texts tests tests/golden/verify/record.yaml | tail -n 2
