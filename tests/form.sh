#!/bin/sh
# form.sh OUT MAKE... : a field of the record is a member in record.h and a row in form.c, and no more.
#
# Five fields are added to a copy of the sources, each by these two lines: a list of people, a list of events and
# quotations among what few quotations have, a text that is searched, a person in a nested mapping, a nested
# mapping. Then the program reads, checks, sorts, searches and writes them. What is built in OUT and does not see the
# record (half of it) is taken as it is; the rest is built as quickly as can be.
set -u
out=$1
shift
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

# field STRUCT MEMBER TABLE ROW
field() {
	sed "/^struct $1 {/a\\
	$2" src/model/record.h >new && mv new src/model/record.h
	sed "/form_field $3\\[\\] = {/a\\
	$4" src/model/form.c >new && mv new src/model/form.c
}

# expect STATUS WHAT: of the command before
expect() {
	if test "$1" = 0; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$2"
	fi
}

# has FILE PATTERN / lacks FILE PATTERN
has() {
	grep -q -e "$2" "$1"
	expect $? "$1 lacks $2: $(cat "$1")"
}
lacks() {
	! grep -q -e "$2" "$1"
	expect $? "$1 has $2: $(grep -e "$2" "$1")"
}

mkdir -p "$folder/tests" "$folder/build/release/gen" && cp -Rp src tools man Makefile events.yaml truce.schema.json "$folder" &&
	cp -Rp tests/unit "$folder/tests" && cp -Rp "$out/src" "$folder/build/release" &&
	cp -p "$out"/gen/* "$folder/build/release/gen" &&
	cp -p "$out/compile.flags" "$out/link.flags" "$out/sources" "$folder/build/release" && cd "$folder" || exit 2
field quote 'const struct refs *heard_by;' quote_fields \
	'{"heard_by", FIELD_REFS, offsetof(struct quote, heard_by), PEOPLE, FIELD_SEARCHED, .what = "Who heard it."},'
field quote_more 'const struct refs *echoes;' quote_fields \
	'{"echoes", FIELD_REFS, offsetof(struct quote_more, echoes), THING_BIT(THING_EVENT) | THING_BIT(THING_QUOTE), FIELD_MORE, .what = "What it sounds like."},'
field event_more 'const char *weather;' event_fields \
	'{"weather", FIELD_TEXT, offsetof(struct event_more, weather), .flags = FIELD_MORE | FIELD_SEARCHED, .what = "The weather."},'
field attestation 'struct ref lent_by;' attestation_fields \
	'{"lent_by", FIELD_REF, offsetof(struct attestation, lent_by), THING_BIT(THING_PERSON), .what = "Whose copy it is."},'
field event 'struct participant chair;' event_fields \
	'{"chair", FIELD_FORM, offsetof(struct event, chair), .flags = FIELD_SEARCHED, .form = \&forms[FORM_PARTICIPANT], .what = "Who led."},'
"$@" -j2 VARIANT=release BUILD=build CFLAGS=-O0 SAFETY_release=-fPIE WARNINGS=-w remember=: build/release/truce \
	build/release/tools/schema build/release/tests/unit/manual_fields >log 2>&1
expect $? "it does not build: $(grep error log)"
find build/release/src -name '*.o' -newer src/model/record.h >built
grep -q model/form.o built && ! grep -q base/sha256.o built
expect $? "what is built is not what sees the record"
truce=build/release/truce

# The events stand in another order than their dates, so that they move.
cat >record.yaml <<'END'
title: A record
people: {anna: {name: Anna Berg}, bert: {name: Bert Cole}, cleo: {name: Cleo Dane}, dora: {name: Dora Ede}}
sources: {s: {type: book, title: Letters}}
events:
  - id: late
    date: 1920
    title: The late event
    weather: A thunderstorm
    chair: {person: dora, role: deputy of the chancellor}
    source: s
    quotes:
      - {id: said-late, speaker: anna, text: It rained., source: s, heard_by: bert, echoes: [early, said-early, middle],
         also_in: [{source: s, locator: 3, lent_by: cleo}]}
  - {id: middle, date: 1915, chair: dora, title: The middle event, source: s}
  - id: early
    date: 1910
    title: The early event
    source: s
    quotes:
      - {id: said-early, speaker: anna, text: It snowed., source: s, echoes: [said-late, late]}
END
$truce check record.yaml >check 2>&1
expect $? "the record has errors: $(cat check)"
lacks check unused
sed 's/heard_by: bert/heard_by: [zzz]/; s/lent_by: cleo/lent_by: s/; s/middle\]/midle]/' record.yaml >wrong.yaml
$truce check wrong.yaml >check 2>&1
has check 'no person or party "zzz";.*\[unknown-person\]'
has check '"s" is a source.*here belongs a person \[wrong-kind\]'
has check 'no event "midle"; did you mean "middle"?.*\[unknown-event\]'
sed 's/heard_by/herd_by/' record.yaml >wrong.yaml
$truce check wrong.yaml >check 2>&1
has check 'unknown field "herd_by" in a quotation; did you mean "heard_by"?'
lacks check unused
sed 's/ heard_by: bert,//' record.yaml >wrong.yaml
$truce check wrong.yaml >check 2>&1
has check 'nothing refers to the person "bert"'

$truce print -f json record.yaml >json
has json '"heard_by": \["bert"\]'
has json '"echoes": \["early", "said-early", "middle"\]'
has json '"echoes": \["said-late", "late"\]'
has json '"weather": "A thunderstorm"'
has json '"lent_by": "cleo"'
has json '"person": "dora"'
$truce print -f yaml record.yaml >again.yaml
has again.yaml 'heard_by: bert'
has again.yaml 'chair: dora'
has again.yaml 'role: deputy of the chancellor'
$truce print -f json again.yaml | cmp -s - json
expect $? "what is written as YAML is another record: $(cat again.yaml)"

for word in thunderstorm Cole chancellor; do
	$truce print -f json -Q "$word" record.yaml >json
	has json '"id": "late"'
	lacks json '"id": "early"'
	has json 'Bert Cole'
	has json 'Cleo Dane'
	has json 'Dora Ede'
	lacks json echoes
done

build/release/tools/schema >schema
for name in heard_by echoes weather lent_by chair; do
	has schema "\"$name\": {\"description\""
done
UPDATE=1 build/release/tests/unit/manual_fields >log 2>&1
expect $? "the manual is not written: $(cat log)"
for name in heard_by echoes weather lent_by chair; do
	grep -q "^\.It Cm $name" man/truce.5
	expect $? "the manual lacks $name"
done
echo "$passed passed, $failed failed"
test $failed = 0
