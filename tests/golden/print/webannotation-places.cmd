# A target for each part between cuts, a place for each print, prefix and suffix at the ends, and of a selection no more than it holds.
cat >"$TMPDIR/cuts.yaml" <<'END'
title: Cuts
sources: {a: {type: webpage, title: A, URL: "https://example.org/a", archived: "https://archive.example.org/a", sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef}, b: {type: book, title: B}}
people: {p: {name: P}}
events:
  - id: e
    title: E
    date: 1918
    quotes:
      - {id: q, speaker: p, source: a, prefix: He said, suffix: and left., text: "One […] two [...] three [. . .]", also_in: [{source: b, locator: 4}, {source: b, text: "One two"}]}
      - {id: r, speaker: p, source: b, text: "[…] four"}
END
$TRUCE print -f webannotation "$TMPDIR/cuts.yaml"; $TRUCE print -f webannotation -Q id:r "$TMPDIR/cuts.yaml" | grep 'total\|exact'
printf 'title: T\nevents: [{id: e, title: E, date: 1900}]\n' | $TRUCE print -f webannotation -
$TRUCE print -f webannotation tests/data/hostile.yaml 2>/dev/null | jq '.total == (.first.items | length), ([.first.items[].id] | length == (unique | length))'
