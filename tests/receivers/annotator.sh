# needs: node jq
# npm: @apache-annotator/dom @apache-annotator/selector jsdom
# Apache Annotator finds the words of each annotation once in the text of its source; those of the record that comes with truce,
# whose texts are not in the project, in the folder TEXTS, where that is given.

cat >"$FOLDER/record.yaml" <<'END'
title: Found
sources: {a: {type: webpage, title: A, URL: "https://example.org/a"}}
people: {p: {name: P}}
events:
  - id: e
    title: E
    date: 1918
    quotes:
      - {id: once, speaker: p, source: a, text: "The harbour […] belongs to us"}
      - {id: before, speaker: p, source: a, prefix: He said, text: We agree}
      - {id: behind, speaker: p, source: a, suffix: ", they", text: We agree}
      - {id: bracket, speaker: p, source: a, prefix: "(", suffix: to nothing, text: "we “agree”"}
END
cat >"$FOLDER/a.txt" <<'END'
The harbour, as ever, belongs to us. He said We agree and left; We agree, they answered (we “agree” to nothing).
END
$TRUCE print -f webannotation "$FOLDER/record.yaml" >"$FOLDER/notes.json"
expect $? "the record"
node tests/receivers/annotator.js "$FOLDER/notes.json" "$FOLDER/a.txt" >"$FOLDER/out"
expect $? "$(cat "$FOLDER/out")"

test -z "${TEXTS:-}" || {
	$TRUCE print -f webannotation events.yaml >"$FOLDER/notes.json"
	for text in "$TEXTS"/*.txt; do
		source=${text##*/}
		source=$($TRUCE print -f json events.yaml | jq -r --arg id "${source%.txt}" '.sources[$id] | .URL // .title')
		node tests/receivers/annotator.js "$FOLDER/notes.json" "$text" "$source" >"$FOLDER/out"
		expect $? "$text"
		echo "${text##*/}: $(cat "$FOLDER/out")"
	done
}
