$TRUCE print -f json >"$TMPDIR/a" && $TRUCE print -f json - <"$TMPDIR/a" | cmp - "$TMPDIR/a" && $TRUCE print -f yaml | $TRUCE print -f json - | cmp - "$TMPDIR/a"
