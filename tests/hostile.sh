#!/bin/sh
# hostile.sh: files that nobody writes by hand. Each is answered with a message, and soon: within some seconds of work,
# which a busy machine may stretch.
set -u
TRUCE=${TRUCE:-build/release/truce}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
file=$folder/record.yaml
passed=0 failed=0

# answers NAME WORDS [STATUS]: checks the file, which is an error that is told in these words.
answers() {
	(ulimit -t 6 && exec timeout 60 $TRUCE check "$file") >"$folder/out" 2>&1
	status=$?
	if test $status = "${3:-1}" && grep -q -e "$2" "$folder/out" && test "$(wc -c <"$folder/out")" -lt 100000; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf '%s: exit status %d, and not "%s" but\n' "$1" $status "$2"
		head -c 2000 "$folder/out" | head -n 10
	fi
}

# shows NAME WORDS: checks the file, of which all of 10,000 problems are shown in these words.
shows() {
	(ulimit -t 6 && exec timeout 60 $TRUCE check -f json "$file") >"$folder/out" 2>&1
	status=$?
	count=$(grep -c -e "$2" "$folder/out")
	if test $status = 1 && test "$count" -ge 10000; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf '%s: exit status %d, and %d times "%s"\n' "$1" $status "$count" "$2"
	fi
}

# lines FORMAT: 10,000 lines, in which each %d is the number of the line.
lines() {
	awk -v format="$1" 'BEGIN { for (i = 0; i < 10000; i++) { line = format; gsub(/%d/, i, line); print line } }'
}

# finds NAME KEYS WORDS [OPTION]: the explorer's screen after these keys says so, in memory for 300 times the bytes of a file
# of a megabyte.
finds() {
	(ulimit -t 6 && ulimit -v 300000 && exec timeout 60 $TRUCE snapshot ${4:-} --keys "$2" "$file") >"$folder/out" 2>&1
	status=$?
	if test $status = 0 && grep -q -e "$3" "$folder/out"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf '%s: exit status %d, and not "%s"\n' "$1" $status "$3"
	fi
}

# reads NAME WORDS [STATUS]: checks a large file of another program, in as much time as 100,000 rows may take, and memory
# for no more than ten times its bytes and a few megabytes, besides the room between addresses that large pages leave.
reads() {
	(ulimit -t 10 && ulimit -v $((160000 + $(wc -c <"$file") / 100)) && exec timeout 60 $TRUCE check "$file") >"$folder/out" 2>&1
	status=$?
	if test $status = "${3:-0}" && grep -q -e "$2" "$folder/out" && test "$(wc -c <"$folder/out")" -lt 100000; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf '%s: exit status %d, and not "%s" but\n' "$1" $status "$2"
		head -c 2000 "$folder/out" | head -n 10
	fi
}

# rows FORMAT BETWEEN: 100,000 lines, in which each & is the number of the line, and between which that stands.
rows() {
	seq 0 99999 | LC_ALL=C sed -e "s|.*|$1|" -e "1!s|^|$2|"
}

# refuses NAME WORDS [STATUS]: as answers, of what is not even read, where there is such a thing.
refuses() {
	rm -f "$file"
	if test -e "$1"; then
		ln -s "$1" "$file"
		answers "$1" "$2" "${3:-2}"
		rm "$file"
	fi
}

# many COUNT TEXT: the text so many times.
many() {
	awk -v count="$1" -v text="$2" 'BEGIN { for (i = 0; i < count; i++) printf "%s", text }'
}

start='title: T
events:
'
event='  - {id: a, date: 1918, title: T}
'

{
	printf '%s' "$start"
	awk 'BEGIN { for (i = 0; i < 10000; i++) printf "  - {id: e%d, date: 1918-13-40, titel: T}\n", i }'
} >"$file"
answers "10,000 problems" "more problem"
shows "10,000 problems, all of them" "bad-date\|unknown-field"
{ printf '%s' "$start" && lines '  - Something happened on day %d'; } >"$file"
shows "10,000 texts for events" "wrong-shape"
{ printf '%s' "$start" && lines '  - day%d; 1856; The day; Karlsund'; } >"$file"
shows "10,000 rows of a table" "table-row"
{ printf 'title: T\npeople:\n  roe: {name: R}\n' && lines '  roe: {name: Ann Roe %d}'; } >"$file"
shows "10,000 ids that come again" "duplicate-key"
{ printf 'title: T\npeople:\n  a: {name: A}\n  a: {name: B}\n  roe: {name: R}\n' && lines '  roe: {name: Ann Roe %d}'; } >"$file"
shows "10,000 ids that come again below two of one" "duplicate-key"
{
	printf 'title: T\nsources: {s: {type: book, title: B}}\npeople:\n'
	lines '  person-%d: {name: Ann Roe %d}'
	printf 'events:\n  - id: e\n    date: 1856\n    title: T\n    quotes:\n'
	lines '      - {id: q%d, speaker: Ann Hale of Roe %dx, text: T, source: s}'
} >"$file"
shows "10,000 names of nobody" "unknown-person"

many 60000 '[' >"$file"
answers "60,000 brackets" "no-record"
{ printf '["a",' && head -c 60000000 /dev/zero | tr '\0' '['; } >"$file"
answers "60 MB of brackets behind a text" "no-record"
{ printf 'title: ' && many 60000 '['; } >"$file"
answers "60,000 brackets as a title" "too-deep"
many 60000 '{a: ' >"$file"
answers "60,000 braces" "too-deep"
many 60000 '- ' >"$file"
answers "60,000 dashes" "no-record"
{ printf '%s  ' "$start" && many 100000 '• ' && printf 'x' && many 100000 '
' && printf 'y: 1\n'; } >"$file"
answers "100,000 bullets above as many empty lines" "too-deep"
{ printf 'events:\n  - ' && many 60000 '? '; } >"$file"
answers "60,000 keys in keys" "complex-key"

{
	echo 'title: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]'
	for pair in a:b b:c c:d d:e e:f f:g g:h h:i; do
		echo "x${pair#*:}: &${pair#*:} [$(many 9 "*${pair%:*}, ")*${pair%:*}]"
	done
} >"$file"
answers "a billion laughs" "\[alias\]"

{ printf 'title: ' && head -c 100000000 /dev/zero | tr '\0' a && printf '\n%s%s' "events:
" "$event"; } >"$file"
answers "100 MB of one plain text" "item-too-large"
{ printf 'title: "' && head -c 100000000 /dev/zero | tr '\0' '\n'; } >"$file"
answers "100 MB of lines that a quotation mark holds together" "item-too-large"

head -c 50000000 /dev/zero >"$file"
answers "50 MB of NUL" "control-character"
{ printf '%s%s' "$start" "$event" && printf 'description: a\0b\n'; } >"$file"
answers "a NUL" "control-character"
{ printf '%s%s' "$start" "$event" && many 20000 '#' && printf '\ndescription: "a\\0b"\n'; } >"$file"
answers "a NUL as an escape" "\[nul\]"

{ printf '%s%s' "$start" "$event" && printf 'description: a\303(b\n'; } >"$file"
answers "a byte that is no UTF-8" "not-utf8"
{ printf '%s' "$start" && head -c 20000000 /dev/zero | tr '\0' '\377'; } >"$file"
answers "20 MB that are no UTF-8" "not-utf8"
{ printf '%s' "$start" && many 200000 "$event"; } >"$file"
answers "200,000 times one id" "duplicate-id"
{ printf 'title: T\npeople:\n' && many 200000 '  a: {name: A}
'; } >"$file"
answers "200,000 times one key" "duplicate-key"
{ printf '%s' "$start" && printf '  - {id: a, date: 1918, title: T, people: [' && many 500000 'x,' && printf ']}\n'; } >"$file"
answers "half a million unknown people" "unknown-person"
{ printf '%s' "$start" && printf '  - {id: a, title: T, date: "[' && many 200000 '1918,' && printf '1919..]"}\nx: y\n'; } >"$file"
answers "a date of 200,000 dates" "unknown-field"
{ printf 'title: T\nsources: {s: {type: book, title: B}}\nevents:\n  - id: e\n    date: 1918\n    title: T\n    quotes:\n' &&
	awk 'BEGIN { for (n = 0; n < 100000; n++)
		printf "      - {id: q%d, text: T, speaker: s, source: s, same_as: q%d}\n", n, (n + 1) % 100000 }'; } >"$file"
answers "100,000 quotations, each the same as the next" "same-as-circle"

{
	printf 'title: T\nsources: {s: {type: book, title: B}}\nevents:\n'
	printf '  - {id: a, date: 1918, title: T, quotes: [{id: q, text: Words., source: s, prefix: "'
	many 20000 'lorem ipsum ' && printf 'zebra"}]}\n'
} >"$file"
finds "a word behind 20,000 others that no pane shows" '/zebra<Enter>' "by the words before it: …"

{
	printf 'title: T\nsources: {s: {type: book, title: B}}\nevents:\n'
	printf '  - {id: a, date: 1918, title: T, quotes: [{id: q, source: s, text: "'
	many 500000 'x ' && printf 'x"}]}\n'
} >"$file"
finds "half a million words on a screen of one line for a class" 'p<Space>' x --size=4x1

{ echo 'Year,Headline,Text,Media,Group' && rows '1856,Day &,"<p>Ink</p><blockquote>Words &.<cite>Ann Roe</cite></blockquote>",https://a.b/&,G&' ''; } >"$file"
reads "100,000 rows of a table" "100,000 events, 100,000 quotations"
{ printf '{"events": [' && rows '{"start_date": {"year": 1856}, "unique_id": "day", "group": "g", "text": {"headline": "Day", "text": "x"}}' , && printf ']}'; } >"$file"
reads "100,000 slides of one id" "is left out for another (99999 times"
{ printf '[' && rows '{"id": "http://a.b/&", "type": "book", "title": "T", "author": [{"family": "Roe"}], "issued": {"date-parts": [[1856]]}, "x&": 1}' , && printf ']'; } >"$file"
reads "100,000 works by one author in one year" "other fields have no place in a record"
{ printf '{"rows": [{"uri": "u", "id": "a", "text": "x", "target": [{"selector": [{"exact": "Ink"}]}]},' &&
	rows '{"uri": "u", "id": "b&", "text": "No.", "references": ["a", "b&"]}' , && printf ']}'; } >"$file"
reads "100,000 answers to one remark" "1 event, 1 quotation"
{ printf '{"events": [{"start_date": {"year": 1856}, "text": {"headline": "T"}' && rows ', "key&": {"a": "b"}' '' && printf '}]}'; } >"$file"
reads "100,000 keys of a slide" "other fields have no place in a record"
{ printf 'Year,Headline' && rows ',Media' '' | tr -d '\n' && printf '\n1856,T' && rows ',x' '' | tr -d '\n' && echo; } >"$file"
reads "100,000 columns that mean the same" "(99999 times, here first)"
for piece in '<div>' '<blockquote>' '<p title=x ' "<a href='" '<!--' '<script>' '&#1' '&amp;'; do
	{ printf '{"events": [{"start_date": {"year": 1856}, "text": {"headline": "T", "text": "' && many 100000 "$piece" && printf '"}}]}'; } >"$file"
	reads "an HTML text of 100,000 times $piece" "1 event"
done
{ printf 'Year,Headline\n1856,"open' && many 100000 '
1856,T'; } >"$file"
reads "a quotation mark that 100,000 lines do not close" "is never closed" 1
{ printf 'Year,Headline\n' && many 200000 '1856,"a"b
'; } >"$file"
reads "200,000 quotation marks closed too soon" "goes on behind its closing quotation mark" 1
printf 'Year,Headline\n1856,T\0x\n' >"$file"
reads "a NUL in a table" "U+0000" 1
printf '\377\376Y\0e\0a\0r\0,\0H\0e\0a\0d\0l\0i\0n\0e\0\n\0001\0,\0T\0\n\0' >"$file"
reads "a table in UTF-16" "UTF-8" 1
printf '\357\273\277Year,Headline\r1856,T\r\n1857,U' >"$file"
reads "a table with three ends of lines" "2 events"

for device in /dev/zero /dev/full /dev/random; do
	refuses $device "this is a device; a record is a file"
done
refuses /dev/null "empty-file" 1
refuses "$folder" "directory"
if truncate -s 3G "$folder/sparse" 2>/dev/null; then
	refuses "$folder/sparse" "file-too-large"
	truncate -s 1000M "$folder/sparse"
	refuses "$folder/sparse" "control-character" 1
fi
rm -f "$folder/sparse"
for endless in 'cat /dev/zero' 'tr "\0" "\377" </dev/zero'; do
	mkfifo "$file"
	sh -c "$endless" >"$file" 2>/dev/null &
	answers "$endless" "control-character\|not-utf8"
	rm "$file"
done

echo "$passed passed, $failed failed"
test $failed = 0
