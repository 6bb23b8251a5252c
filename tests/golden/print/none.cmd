# A form of quotations, sources or questions says that there are none, and so does the status.
. tests/data/beside.sh
TRUCE=$BESIDE/bin/truce
cat >$TMPDIR/none.yaml <<'END'
title: Dates alone
events: [{id: e, date: 1918, title: E}]
END
for format in $($TRUCE print --list-formats | sed 's/ .*//'); do
	$TRUCE print -f $format --seed 1 $TMPDIR/none.yaml >$TMPDIR/printed 2>$TMPDIR/said
	status=$?
	grep -q . $TMPDIR/said || test $status != 0 || continue
	echo "$status $format: $(sed 's/.*truce print: //' $TMPDIR/said)"
	cat $TMPDIR/printed
done
:
