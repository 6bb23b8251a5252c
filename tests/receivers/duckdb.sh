# needs: node jq
# npm: @duckdb/node-api
# DuckDB: a line is a row, whose days are dates; what the manual asks it is answered, and the answer is a query that prints just
# that; the record in other dates than days goes in and comes out as text.

case $TRUCE in /*) ;; *) TRUCE=$PWD/$TRUCE ;; esac
manual=$(sed -n '/^\.\\" duckdb/,/^\.\\" end of duckdb/p' man/truce.1 | grep -v '^\.')
asks() { (cd "$FOLDER" && node "$OLDPWD/tests/receivers/duckdb.js" "$@"); }

# same NAME : what was asked for is what came.
same() {
	cmp -s "$FOLDER/wanted" "$FOLDER/got"
	expect $? "$1: $(diff "$FOLDER/wanted" "$FOLDER/got" | head -4)"
}

$TRUCE print -f jsonl >"$FOLDER/record.jsonl"
expect $? "the record"
asks "SELECT typeof(date.earliest), typeof(date.latest), typeof(date.edtf), typeof(date_os.edtf) FROM 'record.jsonl' LIMIT 1" >"$FOLDER/got"
printf 'DATE\tDATE\tVARCHAR\tDATE\n' >"$FOLDER/wanted"
same "types as they are guessed"
asks "SELECT id, date.earliest, quote.id, quote.text FROM (SELECT id, date, unnest(quotes) AS quote FROM 'record.jsonl')" >"$FOLDER/got"
jq -r '. as $e | .quotes[]? | [$e.id, $e.date.earliest, .id, .text] | join("\t")' "$FOLDER/record.jsonl" >"$FOLDER/wanted"
same "quotations, a row each"

asks "$manual" >"$FOLDER/got"
ids=$(cat "$FOLDER/got")
jq -rs '[.[] | select(.date.latest < "2000") | .date.earliest as $day | .quotes[]? | select(.text | test("peace"; "i")) | [$day, .id]]
	| sort_by(.[0]) | map(.[1]) | join(",")' "$FOLDER/record.jsonl" >"$FOLDER/wanted"
test -n "$ids"
expect $? "the question of the manual finds nothing"
same "the question of the manual"
$TRUCE print -f jsonl -Q "id:$ids" | jq -r '.quotes[].id' | sort >"$FOLDER/got"
echo "$ids" | tr , '\n' | sort >"$FOLDER/wanted"
same "its answer as a query"

$TRUCE print -f jsonl tests/data/years.yaml >"$FOLDER/years.jsonl" 2>/dev/null
date="STRUCT(edtf VARCHAR, earliest VARCHAR, latest VARCHAR, display VARCHAR)"
asks "SELECT id, date.edtf, date.earliest, date.latest FROM read_json('years.jsonl', columns = {id: 'VARCHAR', date: '$date'})" >"$FOLDER/got"
jq -r '[.id, .date.edtf, .date.earliest // "null", .date.latest // "null"] | join("\t")' "$FOLDER/years.jsonl" >"$FOLDER/wanted"
same "dates that are no days"
