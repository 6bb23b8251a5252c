$TRUCE print -f man >"$TMPDIR/a" && groff -man -Kutf8 -Tutf8 -ww -Wbreak "$TMPDIR/a" >"$TMPDIR/b" && mandoc -T lint <"$TMPDIR/a"
