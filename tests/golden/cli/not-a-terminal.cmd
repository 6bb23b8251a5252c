$TRUCE tests/pty/record.yaml >$TMPDIR/bare; $TRUCE print tests/pty/record.yaml | cmp - $TMPDIR/bare && wc -l <$TMPDIR/bare | grep -c '[1-9][0-9]'
