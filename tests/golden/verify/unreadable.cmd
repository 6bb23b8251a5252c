mkdir -p $TMPDIR/odd/varga.txt && $TRUCE verify --texts $TMPDIR/odd tests/golden/verify/two.yaml >$TMPDIR/report; status=$?; sed "s|$TMPDIR/||" $TMPDIR/report; exit $status
