mkdir $TMPDIR/none && : >$TMPDIR/none/varga.txt && $TRUCE verify --texts $TMPDIR/none tests/golden/verify/two.yaml >$TMPDIR/report; status=$?; sed "s|$TMPDIR/||" $TMPDIR/report; exit $status
