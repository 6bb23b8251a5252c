#!/bin/sh
# load.sh: what reading a record costs beside libyaml alone, and what folding its text for a search, finding all hits of a
# word and printing it cost besides, in instructions, which no neighbour changes. Where there is no valgrind nothing is tried.
set -u
TRUCE=${TRUCE:-build/release/truce}
bench=${1:-build/release/tests/bench}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT

if ! valgrind --tool=callgrind --version >/dev/null 2>&1; then
	echo "valgrind is not installed"
	exit 77
fi

# count PROGRAM...: the instructions of a run, or of what one of its functions calls.
count() {
	valgrind --tool=callgrind ${within:+--toggle-collect=$within} --callgrind-out-file="$folder/calls" \
		--log-file="$folder/log" "$@" >"$folder/out" 2>&1
	awk '/refs:/ { gsub(/,/, "", $NF); print $NF }' "$folder/log"
}

passed=0 failed=0 within=
# at_most NAME HUNDREDTHS COUNT FLOOR
at_most() {
	if test "${3:-0}" -gt 0 && test "${4:-0}" -gt 0 && test $(($3 / ($4 / 100))) -le "$2"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$1: ${3:-no} instructions, ${4:-no} of the floor; at most $2 in a hundred"
	fi
}

"$bench/record" 200 >"$folder/200.yaml"
"$bench/record" 400 >"$folder/400.yaml"
floor=$(count "$bench/floor_load" "$folder/400.yaml")
half=$(count "$TRUCE" check "$folder/200.yaml")
whole=$(count "$TRUCE" check "$folder/400.yaml")
at_most "reading 400 events" 145 "$whole" "$floor"
at_most "reading twice the events" 205 "$whole" "$half"
# Texts of several lines, other scripts, quotation marks: what made events do not have.
floor=$(count "$bench/floor_load" events.yaml)
whole=$(count "$TRUCE" check events.yaml)
at_most "reading the record of the program" 180 "$whole" "$floor"
# What libyaml says of it stands in the program.
whole=$(count "$TRUCE" check)
at_most "checking what is built in" 80 "$whole" "$floor"
whole=$(count "$TRUCE" snapshot --size 80x24)
at_most "showing what is built in" 58 "$whole" "$floor"

# Six times, of which one is beside libyaml; and three words five times, of which two stand in every other text.
floor=$(count "$bench/floor_load" "$folder/400.yaml")
within=search_text_ready
whole=$(count "$bench/search" "$folder/400.yaml")
at_most "folding the text of 400 events" 11 $((${whole:-0} / 6)) "$floor"
within=search_count
whole=$(count "$bench/search" "$folder/400.yaml")
at_most "counting hits among 400 events" 9 "$whole" "$floor"
within=

# A format may add so much, in hundredths of libyaml's own; a page is two formats in a template.
floor=$(count "$bench/floor_load" "$folder/200.yaml")
for format in $("$TRUCE" print --list-formats | awk '$1 != "page" { print $1 }'); do
	printed=$(count "$TRUCE" print --format "$format" --seed 7 "$folder/200.yaml")
	case $format in
	man) most=70 ;;   # gone through twice
	gift) most=250 ;; # questions, which are found by comparing
	timelinejs) most=40 ;;
	*) most=52 ;;
	esac
	at_most "printing as $format" $most $((${printed:-0} - half)) "$floor"
done

echo "$passed passed, $failed failed"
test $failed = 0
