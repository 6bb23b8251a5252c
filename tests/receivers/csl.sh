# needs: node pandoc
# npm: @citation-js/core @citation-js/plugin-csl ajv citeproc-csl-schemata
# citation-js and pandoc: each source is taken and printed, years before our era as they are counted there, and nothing is there
# that CSL has not, whatever kind of work it is and whatever stands in its fields.

$TRUCE print -f csl-json >"$FOLDER/sources.json"
expect $? "the record as CSL-JSON"
$TRUCE print -f csl-json tests/data/hostile.yaml >"$FOLDER/hostile.json" 2>/dev/null
expect $? "traps as CSL-JSON"
node tests/receivers/works.js >"$FOLDER/record.json" && $TRUCE print -f csl-json "$FOLDER/record.json" >"$FOLDER/works.json" 2>/dev/null
expect $? "each kind of work as CSL-JSON"
for file in sources hostile works; do
	node tests/receivers/csl.js "$FOLDER/$file.json" >"$FOLDER/out"
	expect $? "$file: $(cat "$FOLDER/out")"
	printf -- '---\nnocite: "@*"\n---\n' | pandoc --citeproc --bibliography "$FOLDER/$file.json" -f markdown -t plain --wrap=none >"$FOLDER/$file.txt"
	expect $? "$file: pandoc"
done
grep -q '44 *B' "$FOLDER/hostile.txt"
expect $? "pandoc prints -0043 as $(head -1 "$FOLDER/hostile.txt")"
node tests/receivers/csl.js --refuses "$FOLDER/works.json" >"$FOLDER/out"
expect $? "the schema: $(cat "$FOLDER/out")"
