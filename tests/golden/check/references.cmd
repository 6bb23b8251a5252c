# A bibliography as Zotero writes it: behind a record, whose sources it holds; behind one that describes one of them
# itself; and alone.
case $TRUCE in /*) ;; *) TRUCE=$PWD/$TRUCE ;; esac
cp tests/data/zotero.json $TMPDIR/golden && cd $TMPDIR/golden
cat >ink.yaml <<'END'
title: Ink
people: {hale: {name: Edmund Hale}}
events:
  - id: dawn
    date: 1856-03-30
    title: Dawn at the mill
    source: varga-1881
    quotes:
      - {id: hale-ink, speaker: hale, text: More ink than blood., source: courier, locator: 2}
END
cat >own.yaml <<'END'
title: Blood
sources: {courier: {type: article-newspaper, title: My own words for it}}
events:
  - {id: dusk, date: 1856-04, title: Dusk, source: courier}
END
$TRUCE check ink.yaml zotero.json
$TRUCE print ink.yaml zotero.json 2>/dev/null
$TRUCE check own.yaml zotero.json | grep described
sed 's/varga-1881/varga-1882/' ink.yaml >slip.yaml
$TRUCE check slip.yaml zotero.json | grep error
$TRUCE check zotero.json
$TRUCE print -f yaml zotero.json 2>/dev/null
