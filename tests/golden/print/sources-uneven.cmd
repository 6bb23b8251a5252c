# What citation managers refuse stands in words: a span between a year and a month, and a volume that is no number.
cat >$TMPDIR/uneven.yaml <<'END'
title: Uneven
sources:
  a: {type: article-journal, title: A, container-title: J, issued: 1917/1918-03, accessed: 1917-01/1918-03, volume: XII}
  b: {type: article-journal, title: B, container-title: J, issued: 1918-03-01/1918-03, accessed: 1917/1918, volume: "012"}
events: [{id: e, date: 1918, title: E, source: [a, b]}]
END
for format in csl-json biblatex; do $TRUCE print -f $format $TMPDIR/uneven.yaml | grep -e date -e issued -e accessed -e volume -e literal -e addendum; done
