# needs: ssconvert python3
# gnumeric: each cell of the workbook is text, and comes back as it was: no number, no formula, no other day.

cat >"$FOLDER/cells.yaml" <<'END'
title: Cells
people: {p: {name: "=cmd|'/C calc'!A0"}, m: {name: "-0043"}}
sources: {s: {type: book, title: "+49 30 1234"}, t: {type: book, title: "1918-03"}}
events:
  - {id: a, title: "=1+1", date: "-0043-03-15", place: "+1", summary: "-5", source: [s], people: [p, m]}
  - {id: b, title: "1918-03", date: 1918-03, summary: "first line\nsecond line", note: "00123", place: "1E5"}
  - {id: c, title: "TRUE", date: 1918, place: "3/4", summary: "0x1F", outcome: "'quoted", note: "#5", quotes: [{id: q, speaker: p, source: t, text: "@SUM(A1)"}, {id: r, speaker: m, source: s, text: "12:30"}]}
END
awk 'BEGIN { printf "  - {id: d, title: Long, date: 1919, summary: \""; for (n = 0; n < 8000; n++) printf "word "; print "end\"}" }' >>"$FOLDER/cells.yaml"

for record in '' tests/data/hostile.yaml tests/data/years.yaml "$FOLDER/cells.yaml"; do
	$TRUCE print -f spreadsheet $record >"$FOLDER/book.xml" 2>/dev/null
	expect $? "$record"
	ssconvert --export-type=Gnumeric_XmlIO:sax:0 "$FOLDER/book.xml" "$FOLDER/book.gnumeric" >/dev/null 2>"$FOLDER/said"
	expect $? "$record: $(cat "$FOLDER/said")"
	python3 tests/receivers/gnumeric.py "$FOLDER/book.xml" "$FOLDER/book.gnumeric" >"$FOLDER/out"
	expect $? "$record: $(cat "$FOLDER/out")"
done
