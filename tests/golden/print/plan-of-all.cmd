cat tests/data/talks.yaml tests/golden/print/plan.part >$TMPDIR/plan.yaml; $TRUCE print --plan all -Q id:hale-alone $TMPDIR/plan.yaml
