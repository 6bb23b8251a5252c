# For programs: each run says its status; what comes is JSON whatever the files, their names and what they quote.
say() { "$@"; echo "= $?"; }
folder=$TMPDIR/golden/json
mkdir -p $folder
cat >$folder/one.yaml <<'END'
title: "The \u202E peace"
events:
  - {id: "a\tb", date: 1856, title: T}
  - {id: late, date: 1857, title: U, quotes: [{id: q, speaker: hael, text: x}]}
END
(here=$PWD && cd $folder && case $TRUCE in /*) ;; *) TRUCE=$here/$TRUCE ;; esac && say $TRUCE check -f json one.yaml &&
	say $TRUCE check -f json /none one.yaml)
say $TRUCE check -q -f json tests/golden/check/title-cut.yaml
say $TRUCE check -f text tests/data/bare.yaml
say $TRUCE check -f yaml tests/data/bare.yaml 2>&1
name=$folder/$(printf 'a\377"\\\033[31m').yaml
printf 'title: x\nevents:\n  - {id: e, title: "\033[31m\342\200\256", "\\u0000\\"k": 1}\n' >"$name"
printf 'ti\377tle: x\n' >"$folder/latin.yaml"
printf 'title: x\nevents:\n  - {id: \302\205, "\302\233": [}\n' >"$folder/broken.yaml"
seq 300 | sed 's/.*/  - {id: e&, date: 1918, titel: x}/' | { echo 'title: x' && echo 'events:' && cat; } >"$folder/many.yaml"
$TRUCE check -f json "$name" "$folder/latin.yaml" "$folder/broken.yaml" "$folder/many.yaml" tests/golden/check/*.yaml tests/data/*.yaml |
	jq -e '(.problems | length) == (.counts | add), ([.problems[] | select(.file | endswith("many.yaml")).line] | max)'
