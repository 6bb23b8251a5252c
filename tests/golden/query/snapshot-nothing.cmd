$TRUCE snapshot --query nosuchword tests/data/lesson.yaml | head -n 1; $TRUCE snapshot --query nosuchword tests/data/lesson.yaml >$TMPDIR/screen
