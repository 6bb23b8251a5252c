#!/bin/sh
# run.sh LABEL SECONDS COMMAND... : runs one step of `make check`, and says that it is done, or has failed; tests/progress.sh says how.
# PATIENCE=10 gives each ten times the seconds, on a machine that is slow or does other things.
#
# Leaves "PASSED FAILED SECONDS" in $RESULTS/LABEL: the cases that a cmocka program counts, or those of a last line
# "N passed, N failed", or else one for the command; and the seconds of the processor (user and sys) that it took. Status 77
# is that of a step that lacks something, as its log says: it leaves no case.
results=${RESULTS:-build/check} label=$1 seconds=$2
shift 2
result=$results/$label log=$results/$label.log
test -d "${result%/*}" || mkdir -p "${result%/*}"

unset COLUMNS LINES NO_COLOR COLORTERM VISUAL EDITOR TMUX MAKEFLAGS MFLAGS MAKELEVEL
export LC_ALL=C.UTF-8 TZ=UTC TERM=dumb
export LSAN_OPTIONS=suppressions=tests/leaks.txt:print_suppressions=0 UBSAN_OPTIONS=print_stacktrace=1
# Of an allocation ten callers are remembered, not thirty, and 16 MB of freed memory are kept apart, not 256: more than a
# test frees in what it looks at, and half of the time.
export ASAN_OPTIONS=exitcode=86:detect_stack_use_after_return=1:strict_string_checks=1:malloc_context_size=10:quarantine_size_mb=16

timeout -k 5 $((seconds * ${PATIENCE:-1})) "$@" >"$log" 2>&1 </dev/null
status=$?
times >"$log.times"
set -- $(awk '
	FILENAME ~ /[.]times$/ {
		if (FNR == 2) { split($1 "m" $2, took, "[ms]+"); spent = took[1] * 60 + took[2] + took[3] * 60 + took[4] }
		next
	}
	/^\[  PASSED  \] [0-9]+ test/ { passed += $4 }
	/^\[  FAILED  \] [0-9]+ test/ { failed += $4 }
	/^[0-9]+ passed, [0-9]+ failed$/ { passed += $1; failed += $3 }
	END { printf "%d %d %.2f", passed, failed, spent }' "$log" "$log.times")
if test $status = 0; then
	test "$1" != 0 || set -- 1 "$2" "$3"
else
	test "$2" != 0 || set -- "$1" 1 "$3"
fi
test $status != 77 || set -- 0 0 "$3"
echo "$1 $2 $3" >"$result"
if test $status = 0 || test $status = 77; then
	echo "done  $label"
	exit 0
fi

why="status $status"
test $status != 124 && test $status != 137 || why="stopped after $((seconds * ${PATIENCE:-1})) seconds"
echo "FAIL  $label ($why)"
exit 1
