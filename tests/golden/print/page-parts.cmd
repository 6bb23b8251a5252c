. tests/data/beside.sh
# Its record is what -f json prints, but for "<", and its handout the body of -f html, whatever is asked for.
part() {
	sed "1,/$1/d; /$2/,\$d"
}
for words in events.yaml "--view respite events.yaml" "-Q 1850..1890 tests/data/karlsund.yaml tests/data/ukrainian.yaml" "--as-of 1921 tests/data/rounds.yaml" "--texts tests/golden/verify/texts tests/data/letters.yaml" tests/data/arabic.yaml; do
	$BESIDE/bin/truce print -f page $words >"$TMPDIR/page.html"
	part 'id="record"' '^<.script>' <"$TMPDIR/page.html" >"$TMPDIR/record.json"
	test "$(grep -c '<' "$TMPDIR/record.json")" = 0 && test "$(jq -S . "$TMPDIR/record.json")" = "$($TRUCE print -f json ${words#--texts tests/golden/verify/texts} | jq -S .)" && echo "the record: $words"
	part '^<div class="record"' '^<.main>$' <"$TMPDIR/page.html" >"$TMPDIR/handout"
	$TRUCE print -f html $words | part '^<body' '^<.main>$' | cmp - "$TMPDIR/handout" && echo "the handout: $words"
done
