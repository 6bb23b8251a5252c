$TRUCE snapshot --texts tests/golden/verify/texts --at report --size 80x20 --keys '<Enter>G<Enter>' tests/golden/verify/digests.yaml
