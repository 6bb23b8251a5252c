#!/bin/sh
# fuzz.sh PROGRAM SECONDS RUNS NEW FOUND : a fuzz target looks for inputs that break a promise.
#
# It begins with those in tests/fuzz/corpus/NAME and takes words from tests/fuzz/NAME.dict; inputs
# that reach what none before did go to the folder NEW, and one that breaks a promise, or takes
# longer than five seconds, to FOUND. It ends after so many seconds, or so many runs; 0 is no limit.
# FUZZ_SEED is where chance begins; without it, elsewhere each time.
set -u
program=$1 seconds=$2 runs=$3 new=$4 found=$5
name=${program##*/}
corpus=tests/fuzz/corpus/$name dict=tests/fuzz/$name.dict
mkdir -p "$new" "$found"

# Bytes of an input: those of a grammar need few to choose a whole record by.
case $name in
load | node | import) most=2048 ;;
session) most=512 ;;
*) most=128 ;;
esac

# Of an allocation only the caller is remembered, and freed memory is kept apart for a shorter time,
# so that more inputs are tried; a replay tells all.
export ASAN_OPTIONS=exitcode=86:malloc_context_size=1:quarantine_size_mb=1:thread_local_quarantine_size_kb=64:max_malloc_fill_size=16:detect_stack_use_after_return=0
seed=${FUZZ_SEED:-$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')}
set -- -seed="$seed" -max_len=$most -timeout=5 -rss_limit_mb=2048 -entropic=0 -reload=0 -artifact_prefix="$found/$name-"
test "$runs" = 0 || set -- "$@" -runs="$runs"
test "$seconds" = 0 || set -- "$@" -max_total_time="$seconds"
test ! -f "$dict" || set -- "$@" -dict="$dict"
echo "$program $*"
log=$new.log
"$program" "$@" "$new" "$corpus" >"$log" 2>&1
status=$?
if test $status = 0; then
	sed -n '/^Done/p; $p' "$log" | uniq
	echo "$(($(ls "$corpus" | wc -l) + 1)) passed, 0 failed"
	exit 0
fi
grep -v '^#' "$log" | tail -n 60
input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
test -n "$input" || exit 1
cat <<EOF

To see it again:           $program $input
When it has been mended:   cp $input $corpus/ (under a name that says what it is)
EOF
exit 1
