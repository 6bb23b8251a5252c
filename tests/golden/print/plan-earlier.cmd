cat tests/data/talks.yaml tests/golden/print/plan.part >$TMPDIR/plan.yaml; $TRUCE print --plan spring --as-of 1856-03-28 $TMPDIR/plan.yaml
