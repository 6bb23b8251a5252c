for plan in rounds pages; do $TRUCE print --plan $plan tests/data/plan.yaml | grep -E '^[0-9]+\. | scenes'; done
$TRUCE print --plan pages tests/data/plan.yaml | sed -n '/^Sources/,$p'
sed 's|issued: 1892}|issued: 1892, URL: "https://karlsund.example/documents", accessed: 2024-03-01}|' tests/data/plan.yaml >$TMPDIR/address.yaml
$TRUCE print --plan pages $TMPDIR/address.yaml | sed -n '/^\[/p'
{ cat tests/data/plan.yaml; echo '  beside: {title: Side by side, query: spent, show: [orlov-dry, {compare: [treaty, return]}]}'; } >$TMPDIR/beside.yaml
$TRUCE print --plan beside $TMPDIR/beside.yaml | grep -E '^[0-9]+\. | scenes|“'
