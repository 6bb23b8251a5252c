$TRUCE snapshot --texts tests/golden/verify/texts/ --at ink --size 80x16 --keys '<Enter>j<Enter>' tests/golden/verify/record.yaml
