cat tests/data/talks.yaml tests/golden/print/plan.part >$TMPDIR/plan.yaml; $TRUCE print --view moved $TMPDIR/plan.yaml; $TRUCE print --view spring -Q none --positions $TMPDIR/plan.yaml
