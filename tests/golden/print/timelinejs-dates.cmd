# Dates as TimelineJS counts them, with words beside; what has no day is on the title slide; and it opens again.
{ echo 'title: T'; echo 'eras: {x: {title: X, date: -0002/0002}, y: {title: Y, date: 1900/..}}'; echo 'events:'; n=0
for date in 1918-03-03 '1918~' '1918-03?' 1917/1918-03 1918-03/.. ../1918 -0043-03-15 0000 0001 -0500/-0400 1918-21 191X '[1917,1918]' /1918 1918/ Y170000 1918-03-03T12:00:00Z 1918-XX XXXX-12-25 XXXX; do n=$((n + 1)); echo "  - {id: d$n, title: 'T$n', date: '$date'}"; done; } >"$TMPDIR/dates.yaml"
$TRUCE print -f timelinejs "$TMPDIR/dates.yaml" 2>/dev/null | grep '_date\|unique_id\|"text": "'
$TRUCE print -f timelinejs tests/data/karlsund.yaml | $TRUCE print --brief - 2>/dev/null
