# needs: ssconvert python3
# gnumeric: each cell of the workbook is text, and comes back as it was: no number, no formula, no other day.

for record in '' tests/data/hostile.yaml tests/data/years.yaml; do
	$TRUCE print -f spreadsheet $record >"$FOLDER/book.xml" 2>/dev/null
	expect $? "$record"
	ssconvert --export-type=Gnumeric_XmlIO:sax:0 "$FOLDER/book.xml" "$FOLDER/book.gnumeric" >/dev/null 2>"$FOLDER/said"
	expect $? "$record: $(cat "$FOLDER/said")"
	python3 tests/receivers/gnumeric.py "$FOLDER/book.xml" "$FOLDER/book.gnumeric" >"$FOLDER/out"
	expect $? "$record: $(cat "$FOLDER/out")"
done
