$TRUCE print -w 80 tests/data/originals.yaml
echo === variants
$TRUCE print --brief --quotes-only -Q has:variants tests/data/originals.yaml
echo === by the source of an original, by its language, by its words
for query in source:works lang:ru lang:fr камень; do $TRUCE print --brief --quotes-only -Q "$query" tests/data/originals.yaml; done
echo === as a record again
$TRUCE print -f yaml tests/data/originals.yaml | sed -n '/quotes:/,$p'
$TRUCE print -f json tests/data/originals.yaml >"$TMPDIR"/r.json
$TRUCE check "$TMPDIR"/r.json && $TRUCE print -f yaml "$TMPDIR"/r.json | $TRUCE check -
