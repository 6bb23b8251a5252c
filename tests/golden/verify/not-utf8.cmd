mkdir -p $TMPDIR/texts && printf 'Orlov\nd\351j\340 vu\n' >$TMPDIR/texts/varga.txt && $TRUCE verify --texts $TMPDIR/texts tests/golden/verify/two.yaml | sed "s|$TMPDIR/||"
