$TRUCE snapshot --texts tests/golden/verify/texts --at yes-second --size 80x20 --keys '<Enter>G<Enter>' tests/golden/verify/record.yaml
