# A form of quotations, sources or questions says that there are none, and so does the status.
cat >$TMPDIR/none.yaml <<'END'
title: Dates alone
events: [{id: e, date: 1918, title: E}]
END
for format in $($TRUCE print --list-formats | sed 's/ .*//'); do
	$TRUCE print -f $format --seed 1 $TMPDIR/none.yaml >$TMPDIR/printed 2>$TMPDIR/said
	echo "$? $format: $(sed 's/.*truce print: //' $TMPDIR/said)"
	grep -q . $TMPDIR/said && test -s $TMPDIR/printed && echo "something is printed"
done
:
