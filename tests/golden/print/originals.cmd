$TRUCE print -w 80 tests/data/originals.yaml
echo === variants
$TRUCE print --brief --quotes-only -Q has:variants tests/data/originals.yaml
echo === by the source of an original, by its language, by its words
for query in source:works lang:ru lang:fr камень; do $TRUCE print --brief --quotes-only -Q "$query" tests/data/originals.yaml; done
echo === as a record again
$TRUCE print -f yaml tests/data/originals.yaml | sed -n '/quotes:/,$p'
$TRUCE print -f json tests/data/originals.yaml >"$TMPDIR"/r.json
$TRUCE check "$TMPDIR"/r.json && $TRUCE print -f yaml "$TMPDIR"/r.json | $TRUCE check -
echo === as of a day before an original was printed
$TRUCE print -w 80 --as-of 1856 -Q id:dry tests/data/originals.yaml | sed -n '/“Ink/,/In French/p'
for query in source:works lang:ru камень; do $TRUCE print --brief --quotes-only --as-of 1856 -Q "$query" tests/data/originals.yaml 2>&1 || echo none; done
