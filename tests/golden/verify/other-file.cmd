mkdir -p $TMPDIR/texts && printf '%%PDF-1.4\n%%\342\343\317\323\n' >$TMPDIR/texts/varga.txt && $TRUCE verify --texts $TMPDIR/texts tests/golden/verify/two.yaml | sed "s|$TMPDIR/||"
