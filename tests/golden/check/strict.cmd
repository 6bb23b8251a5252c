# Warnings are errors for the exit status, and then said with --quiet; notes are not.
for file in title-cut no-speaker bad-date; do
	for words in '' --strict '--quiet' '--strict --quiet' '--strict -f json --quiet'; do
		$TRUCE check $words tests/golden/check/$file.yaml >$TMPDIR/golden/said
		echo "$? $file $words: $(grep -c 'warning[:"]' $TMPDIR/golden/said) $(grep -c 'note[:"]' $TMPDIR/golden/said) $(wc -l <$TMPDIR/golden/said)"
	done
done
