#!/bin/sh
# run.sh [--again] [NAME]... : the golden tests, or those whose path below tests/golden starts with NAME.
#
# With --again, of another build of the program whose every start is slow, nothing is written, and of commands one case
# in six is run, in a long run (LONG) one in three (their code is met in the unit tests as well); of pictures, which need
# no start, all.
#
# A case is a family of files. NAME.cmd is a line of shell, run from the root of the project with $TRUCE as the built
# program and $TMPDIR as a folder to write in; NAME.out and NAME.err are what it prints (absent: nothing), NAME.status its
# exit status (absent: 0). In check/, a NAME.yaml without NAME.cmd is `$TRUCE check` of that file, whose exit status
# is 1 if an error is reported. In screen/, VIEW.keys holds cases of the explorer, and VIEW/NAME.out is the picture of one;
# the program $SCREENS draws them, whose head (screen.c) says what a case may be. UPDATE=1 writes what is expected anew.
#
# A process costs as much as many cases: first all that comes is kept, in a tree of the same names, then the two trees are
# compared in one go, and only what differs is looked at by itself.
set -u
here=tests/golden
share=1 turn=0
test "${1-}" != --again || { UPDATE= share=${LONG:+3} share=${share:-6} && shift; }
TRUCE=${TRUCE:-build/release/truce} SCREENS=${SCREENS:-build/release/tests/golden/screen} TERM=dumb LC_ALL=C.UTF-8
TMPDIR=$(mktemp -d) || exit 2
trap 'rm -rf "$TMPDIR"' EXIT
export TRUCE TERM LC_ALL TMPDIR
unset COLUMNS LINES NO_COLOR
got=$TMPDIR/golden/got run=$TMPDIR/golden/run
mkdir "$TMPDIR/golden" "$got" && (cd $here && find . -type d) | (cd "$got" && xargs mkdir -p) || exit 2
failed=0

# Whether a name begins as one of those asked for; whether one of these could be in a folder.
chosen() {
	chosen=$1
	shift
	test $# -gt 0 || return 0
	for wanted; do
		case $chosen in "$wanted"*) return 0 ;; */) case $wanted in "$chosen"*) return 0 ;; esac ;; esac
	done
	return 1
}

for file in $(find $here -name '*.cmd' -o -path "$here/check/*.yaml" | sort); do
	base=${file%.*} name=${file#$here/} name=${name%.*}
	test "$file" = "$base.cmd" || test ! -e "$base.cmd" || continue
	chosen "$name" "$@" || continue
	turn=$(((turn + 1) % share))
	test $turn = 0 || test $# -gt 0 || continue
	if test "$file" = "$base.cmd"; then
		(. "./$file") >"$got/$name.out" 2>"$got/$name.err" </dev/null
		status=$?
	else
		$TRUCE check "$file" >"$got/$name.out" 2>"$got/$name.err" </dev/null
		status=$?
	fi
	test $status = 0 || echo $status >"$got/$name.status"
	echo "$name"
done >"$run"

# Where an error is reported of a file, status 1 is none to tell of, and 0 is.
for file in $(grep -l ': error: ' "$got"/check/*.out /dev/null 2>/dev/null); do
	base=${file%.out} name=${file#$got/} name=${name%.out} status=0
	test -e "$here/$name.yaml" && test ! -e "$here/$name.cmd" || continue
	test ! -e "$base.status" || read -r status <"$base.status"
	if test "$status" != 1; then echo "$status"; fi >"$base.status"
done

# Pictures of the explorer: all are drawn, which takes a second; a case that cannot be has said why, and leaves none.
if chosen screen/ "$@"; then
	rm -rf "$got/screen" && mkdir "$got/screen" || exit 2
	$SCREENS "$got/screen" $here/screen/*.keys || failed=$((failed + 1))
	for file in $(cd "$got" && find screen -name '*.out'); do
		! chosen "${file%.out}" "$@" || echo "${file%.out}"
	done >>"$run"
	for file in $(cd $here && find screen -name '*.out'); do
		test ! -e "$got/$file" || continue
		echo "golden/$file: there is no such case, or it failed"
		failed=$((failed + 1))
	done
fi

# What differs, of the cases that were run; a file that is in one tree alone is an empty one in the other.
for file in $(diff -rqN $here "$got" | awk -v run="$run" -v skip=${#here} '
	BEGIN { while ((getline name <run) > 0) ran[name] }
	$1 == "Files" && $NF == "differ" {
		name = file = substr($2, skip + 2)
		if (sub(/[.](out|err|status)$/, "", name) && name in ran) print file
	}'); do
	name=${file%.*}
	if test -n "${UPDATE-}"; then
		mkdir -p "$here/${file%/*}"
		if test -s "$got/$file"; then cp "$got/$file" "$here/$file"; else rm -f "$here/$file"; fi
		continue
	fi
	expected=$here/$file came=$got/$file
	test -e "$expected" || expected=/dev/null
	test -e "$came" || came=/dev/null
	if test "$name" != "${last-}"; then
		echo "golden/$name differs"
		failed=$((failed + 1)) different=$((${different:-0} + 1)) last=$name
	fi
	diff -u --label "$here/$file" --label "what came" "$expected" "$came"
done
passed=$(($(wc -l <"$run") - ${different:-0}))
echo "$passed passed, $failed failed"
test $failed = 0 && test $passed != 0
