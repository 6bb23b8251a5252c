#!/bin/sh
# progress.sh STEPS [V] : reads what make and run.sh say while `make check` builds and runs so many steps; says how far it has
# come, and each failure whole, up to 200 lines; with V, all that is said.
#
# make names each file that it builds, and run.sh each step that is done or has failed. The words of the latter stand in its
# log: on the way here those of two would be mixed. The last line ("made 0") is the status of make, and that of this.
set -u
steps=$1 plainly=${2-} to=output log=${BUILD:-build}/check.log results=${BUILD:-build}/check
. scripts/notices.sh
test -z "$plainly" || rewrites=
built=0 ended=0 status=1

how_far() { show "check: $ended of $steps steps done, files built: $built"; }

tell_failure() { # LABEL...
	grep -v '^\[ RUN \|^\[  *OK \]' "$results/$1.log" |
		sed -e "201{s|.*|      ... $results/$1.log has the rest|;q;}" -e 's/^/      /' >&9
}

test -n "$rewrites" || say "check: steps to run: $steps"
how_far
while IFS= read -r line; do
	case $line in
	"cc  "* | "wasm "*) built=$((built + 1)) ;;
	"done  "* | "FAIL  "*) ended=$((ended + 1)) ;;
	esac
	case $line in
	"made "*) status=${line#made } ;;
	"FAIL  "*) say "$line" && tell_failure ${line#FAIL  } ;;
	*) if test -n "$plainly"; then say "$line"; else printf '%s\n' "$line" >>"$log"; fi ;;
	esac
	how_far
done
clear_line
exit "$status"
