$TRUCE snapshot --texts tests/golden/verify/texts --at lost-words --size 80x16 --keys '<Enter>G<Enter>' tests/golden/verify/record.yaml
