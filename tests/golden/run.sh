#!/bin/sh
# run.sh [--again] [NAME]... : the golden tests, or those whose path below tests/golden starts with NAME.
#
# With --again, of another build of the program whose every start is slow, nothing is written, and of commands one case
# in three is run (their code is met in the unit tests as well); of pictures, which need no start, all.
#
# A case is a family of files. NAME.cmd is a line of shell, run from the root of the project with $TRUCE as the built
# program and $TMPDIR as a folder to write in; NAME.out and NAME.err are what it prints (absent: nothing), NAME.status its
# exit status (absent: 0). In check/, a NAME.yaml without NAME.cmd is `$TRUCE check` of that file, whose exit status
# is 1 if an error is reported. In screen/, VIEW.keys holds cases of the explorer, and VIEW/NAME.out is the picture of one;
# the program $SCREENS draws them, whose head (screen.c) says what a case may be. UPDATE=1 writes what is expected anew.
set -u
here=tests/golden
share=1 turn=0
test "${1-}" != --again || { UPDATE= share=3 && shift; }
TRUCE=${TRUCE:-build/release/truce} SCREENS=${SCREENS:-build/release/tests/golden/screen} TERM=dumb LC_ALL=C.UTF-8
TMPDIR=$(mktemp -d) || exit 2
trap 'rm -rf "$TMPDIR"' EXIT
export TRUCE TERM LC_ALL TMPDIR
unset COLUMNS LINES NO_COLOR
mkdir "$TMPDIR/golden" || exit 2
got=$TMPDIR/golden/got
passed=0 failed=0

# Compares what was got with the file of what is expected, which may be absent when nothing is.
same() {
	if test -n "${UPDATE-}"; then
		cmp -s "$1" "$2" 2>/dev/null && return
		if test -s "$1"; then cp "$1" "$2"; else rm -f "$2"; fi
		return 0
	fi
	expected=$2
	test -e "$expected" || expected=/dev/null
	cmp -s "$expected" "$1" || diff -u --label "$2" --label "what came" "$expected" "$1"
}

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

count() {
	if test -n "$1"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "golden/$2 differs"
	fi
}

for file in $(find $here -name '*.cmd' -o -path "$here/check/*.yaml" | sort); do
	base=${file%.*} name=${file#$here/} name=${name%.*}
	test "$file" = "$base.cmd" || test ! -e "$base.cmd" || continue
	chosen "$name" "$@" || continue
	turn=$(((turn + 1) % share))
	test $turn = 0 || test $# -gt 0 || continue
	if test "$file" = "$base.cmd"; then
		(. "./$file") >"$got.out" 2>"$got.err" </dev/null
		status=$?
	else
		$TRUCE check "$file" >"$got.out" 2>"$got.err" </dev/null
		status=$?
	fi
	if test $status != 0; then echo $status; fi >"$got.status"
	if test "$file" = "$base.yaml"; then
		grep -q ': error: ' "$got.out" && wanted=1 || wanted=0
		test $status = $wanted && : >"$got.status"
	fi
	good=yes
	for part in out err status; do same "$got.$part" "$base.$part" || good=; done
	count "$good" "$name"
done

# Pictures of the explorer: all are drawn, which takes a second; a case that cannot be has said why, and leaves none.
if chosen screen/ "$@"; then
	mkdir "$got" || exit 2
	$SCREENS "$got" $here/screen/*.keys || failed=$((failed + 1))
	for file in $(cd "$got" && find . -name '*.out'); do
		name=screen/${file#./} name=${name%.out}
		chosen "$name" "$@" || continue
		mkdir -p "$here/${name%/*}"
		good=yes
		same "$got/$file" "$here/$name.out" || good=
		count "$good" "$name"
	done
	for file in $(cd $here/screen && find . -name '*.out'); do
		test ! -e "$got/$file" || continue
		echo "golden/screen/${file#./}: there is no such case, or it failed"
		failed=$((failed + 1))
	done
fi
echo "$passed passed, $failed failed"
test $failed = 0 && test $passed != 0
