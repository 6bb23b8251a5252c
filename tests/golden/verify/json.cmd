say() { "$@"; echo "= $?"; }
$TRUCE verify -f json --texts tests/golden/verify/texts tests/golden/verify/record.yaml >$TMPDIR/golden/said
echo "= $?" && sed 's/"message": .*/"message": .../' $TMPDIR/golden/said
$TRUCE verify -q -f json --texts tests/golden/verify/texts tests/golden/verify/record.yaml |
	jq -c '[.results[].result] | unique, length'
say $TRUCE verify -f json --texts tests/golden/verify/texts /none
$TRUCE verify -f json --texts tests/golden/verify/texts tests/golden/check/bad-date.yaml | tail -n 4
$TRUCE verify -f json --texts tests/golden/verify/texts | jq -c '[.problems, .counts]'
for n in texts reach originals alike; do
	record=tests/golden/verify/$n.yaml
	test -e $record || record=tests/golden/verify/record.yaml
	$TRUCE verify -f json --texts tests/golden/verify/$n $record | jq -e '[.results[].result] | group_by(.) | map(length) | add' >/dev/null || echo "no such JSON: $n"
done
