cat tests/data/talks.yaml tests/golden/print/plan.part >$TMPDIR/plan.yaml; $TRUCE print --plan moved --view spring $TMPDIR/plan.yaml
