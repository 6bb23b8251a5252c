# needs: biber node
# biber reads each entry by the data model of biblatex: no field is there that its entry has not, no value is refused, and a
# record full of traps breaks out of none of them, whatever kind of work it is.

judge() {
	(cd "$FOLDER" && biber --tool --validate-datamodel --output-file out.bib "$1.bib") >"$FOLDER/said" 2>&1
	expect $? "$1: biber"
	grep -v 'INFO\|Missing mandatory' "$FOLDER/said" >"$FOLDER/wrong"
	expect $((! $?)) "$1: $(head -3 "$FOLDER/wrong")"
	test "$(grep -c '^@' "$FOLDER/$1.bib")" = "$(grep -c '^@' "$FOLDER/out.bib")"
	expect $? "$1: not every entry is read"
}

$TRUCE print -f biblatex >"$FOLDER/record.bib"
expect $? "the record"
judge record
$TRUCE print -f biblatex tests/data/hostile.yaml >"$FOLDER/hostile.bib" 2>/dev/null
expect $? "traps"
judge hostile
node tests/receivers/works.js >"$FOLDER/record.json" && $TRUCE print -f biblatex "$FOLDER/record.json" >"$FOLDER/works.bib" 2>/dev/null
expect $? "each kind of work"
judge works
