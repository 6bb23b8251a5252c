#!/bin/sh
# progress.sh LEFT [V] : reads what make says while it builds truce for `make run`, or its page, and says how far it has come.
# LEFT is how many files have never been built; with V, all that make says is said.
#
# make names each file that it builds ("cc    src/main.c"), and its last line ("made 0") is its status, and that of this.
# Warnings and errors do not come by here.
set -u
left=$1 plainly=${2-} to=terminal log=${BUILD:-build}/run.log
. scripts/notices.sh
test -z "$plainly" || rewrites=
built=0 status=1 began=$(date +%s)

# Files that have changed are built as well, and nobody has counted those.
how_far() {
	of=
	test $built -gt "$left" || of=" of $left"
	if test -n "$rewrites"; then
		show "truce: builds itself, $built$of files"
	elif test $built = 1; then
		say "truce: builds itself${of:+, $left files}"
	fi
}

while IFS= read -r line; do
	if test -n "$plainly"; then say "$line"; else printf '%s\n' "$line" >>"$log"; fi
	case $line in
	"made "*) status=${line#made } ;;
	"cc  "* | "wasm "*) built=$((built + 1)) && test -n "$plainly" || how_far ;;
	esac
done
clear_line
test $built = 0 || test "$status" != 0 || say "truce: built in $(($(date +%s) - began)) seconds"
exit "$status"
