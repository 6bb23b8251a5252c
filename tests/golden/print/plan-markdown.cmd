cat tests/data/talks.yaml tests/golden/print/plan.part >$TMPDIR/plan.yaml; $TRUCE print -f markdown --plan moved $TMPDIR/plan.yaml
