cat tests/data/talks.yaml tests/golden/print/plan.part >$TMPDIR/plan.yaml; $TRUCE print --plan moved -w 40 --ascii $TMPDIR/plan.yaml | sed -n "1,60p"
