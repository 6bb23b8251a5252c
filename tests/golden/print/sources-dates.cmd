# Dates as CSL can say them, else in words; as EDTF for biber, but for what it does not read.
{ echo 'title: T'; echo 'sources:'; n=0
for date in 1918-03-03 '1918~' '1918-03?' '1918%' 1917/1918 1918-03/.. -0043 0000 -0500/-0400 1918-21 191X '[1917,1918]' '{1917,1918}' /1918 Y170000 1918-03-03T12:00:00Z '2004?-06' 1918-XX '1984~/2004-06'; do n=$((n + 1)); echo "  d$n: {type: book, title: T, issued: '$date'}"; done
echo 'events: [{id: e, title: E, date: 1900}]'; } >"$TMPDIR/dates.yaml"; for format in csl-json biblatex; do $TRUCE print -f $format "$TMPDIR/dates.yaml" 2>/dev/null | grep 'issued\|date =\|addendum ='; done
