#!/bin/sh
# summary.sh LABEL... : what the steps of `make check` have left in $RESULTS, in one line; a step that left nothing
# did not build, and has failed; what one was skipped for stands above it. $RESULTS/costs says what each step took of the processor, without what built it.
results=${RESULTS:-build/check}
passed=0 failed=0 names='' unbuilt=0 absent='' lacking=0
for label; do
	good=0 bad=1
	if test -f "$results/$label"; then
		read -r good bad cost <"$results/$label"
		echo "$cost $label"
		test "$bad" = 0 || names="$names $label"
		case "$good $bad $label" in "0 0 receivers/"*) absent="$absent, ${label#*/}" lacking=$((lacking + 1)) ;; esac
	else
		unbuilt=$((unbuilt + 1)) last=$label
	fi
	passed=$((passed + good)) failed=$((failed + bad))
done >"$results/costs"
# Each reason once; where many receivers are not here, their names will do.
for label; do
	case "$absent, " in *", ${label#receivers/}, "*) test $lacking -le 3 || continue ;; esac
	test ! -f "$results/$label.log" || sed -n 's/^skipped: /check: skipped: /p' "$results/$label.log"
done | sort -u
test $lacking -le 3 || echo "check: skipped: ${absent#, }: their programs are not here, and make receivers installs them"
sort -rn -o "$results/costs" "$results/costs"
echo "$passed passed, $failed failed" >"$results/summary"
if test "$failed" = 0; then
	echo "check: $passed passed, none failed"
	exit 0
fi
case $unbuilt in
0) ;;
1) names="$names; $last did not build" ;;
*) names="$names; $unbuilt steps did not build, $last among them" ;;
esac
echo "check: $passed passed, $failed failed:${names#;}"
exit 1
