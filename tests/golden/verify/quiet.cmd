$TRUCE verify -q --texts tests/golden/verify/texts/ tests/golden/verify/record.yaml
