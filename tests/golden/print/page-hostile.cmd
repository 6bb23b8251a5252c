. tests/data/beside.sh
cat >"$TMPDIR/hostile.yaml" <<'END'
title: "</title></script><script>alert(1)</script> & <b>"
language: en
sources: {s: {type: book, title: "<!--truce:record--> <!--<script> ]]> \u2028"}}
events:
  - {id: record, date: 1919, title: "</SCRIPT ><!-- -->", summary: "<!--truce:place-->\n\n</div></body>", source: s, locator: 1}
END
$BESIDE/bin/truce print -f page "$TMPDIR/hostile.yaml" | page_said
