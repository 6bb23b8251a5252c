cat tests/data/talks.yaml tests/golden/print/plan.part >$TMPDIR/plan.yaml; $TRUCE print -f html --plan moved $TMPDIR/plan.yaml | sed '/^<style>/,/^<.style>/d'
