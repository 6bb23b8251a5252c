cat tests/data/talks.yaml tests/golden/print/plan.part >$TMPDIR/plan.yaml
$TRUCE print -f yaml -Q era:second $TMPDIR/plan.yaml | sed -n '/^views/,$p'
$TRUCE print -f yaml --as-of 1856-03-28 --view spring $TMPDIR/plan.yaml | sed -n '/^views/,$p'
$TRUCE print -f yaml $TMPDIR/plan.yaml >$TMPDIR/again.yaml
$TRUCE print -f json $TMPDIR/plan.yaml >$TMPDIR/plan.json
$TRUCE print -f json $TMPDIR/again.yaml | cmp - $TMPDIR/plan.json
$TRUCE print -f yaml tests/golden/check/scene-or-id.yaml | sed -n '/^views/,$p'
