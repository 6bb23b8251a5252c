$TRUCE print -f man tests/data/hostile.yaml >"$TMPDIR/a" 2>/dev/null && groff -man -Kutf8 -Tutf8 -ww -Wbreak "$TMPDIR/a" >"$TMPDIR/b" && mandoc -T lint -W warning <"$TMPDIR/a"
