# What programs of CSL take for fields in a note is none; a blank of any kind beside "and" does not part a name for biblatex.
cat >$TMPDIR/notes.yaml <<'END'
title: T
sources:
  a: {type: book, title: A, note: "type: thesis"}
  b: {type: book, title: B, note: "Torn.\npublisher: Nobody\nISBN: none\nOriginal Date: 1899\nIn English of that time: no field"}
  c: {type: book, title: C, note: "Of {:title: X} and { :y: }: so"}
  d: {type: book, title: D, author: "Trade\nand\tAgriculture, Ministry; Sand, Andrea; Rand-and, X"}
events: [{id: e, title: E, date: 1918, date_text: "das Jahr", source: [a, b, c, d]}]
END
$TRUCE print -f csl-json $TMPDIR/notes.yaml | jq -c '.[] | .note'
$TRUCE print -f biblatex $TMPDIR/notes.yaml | grep author
$TRUCE print -f anki $TMPDIR/notes.yaml | tail -1 | cut -f 3
