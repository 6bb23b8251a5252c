mkdir "$TMPDIR/varga.txt"; $TRUCE snapshot --texts "$TMPDIR" --at yes-first --keys '<Enter>G<Enter>' tests/golden/verify/record.yaml | grep -o 'The text of this source cannot be read:'
