#!/bin/sh
# summary.sh LABEL... : what the steps of `make check` have left in $RESULTS, in one line; a step that left nothing
# did not build, and has failed.
results=${RESULTS:-build/check}
passed=0 failed=0 names=
for label; do
	if test -f "$results/$label"; then
		read -r good bad <"$results/$label"
	else
		good=0 bad=1
	fi
	passed=$((passed + good)) failed=$((failed + bad))
	test "$bad" = 0 || names="$names $label"
done
echo "$passed passed, $failed failed" >"$results/summary"
if test "$failed" = 0; then
	echo "check: $passed passed, none failed"
else
	echo "check: $passed passed, $failed failed:$names"
	echo "       once more, alone: make check NAME=$(echo $names | cut -d' ' -f1)"
	exit 1
fi
