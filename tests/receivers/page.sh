# needs: chromium node pdftotext
# npm: axe-core
# A browser, in which the explorer is a page: after the same keys it shows what it shows in a terminal, cell for cell; it asks for
# nothing, takes a record for text, and behind it is the handout. Its parts are in tests/receivers/page.

if ! test -f "${BUILD:-build}/page/page.html"; then
	echo "skipped: page (there is no ${BUILD:-build}/page/page.html: make page)"
	exit 77
fi
cat >"$FOLDER/trap.yaml" <<'YAML'
title: "A trap </title><script>alert(1)</script>"
sources:
  s: {type: webpage, title: "<img src=x onerror=alert(1)>", URL: "https://example.org/?a=</script>&b=\"'>"}
people: {p: {name: "\u202eeman <b>"}, r: {name: "</textarea><svg/onload=alert(1)>"}}
events:
  - id: one
    date: 1918
    title: "</script><script>alert(1)</script> <!-- <script> -->"
    summary: "]]> and <![CDATA[ and &lt;b&gt; and &amp; and \u2028 and \u2029 and \x1b[31m and \x9b and \u0085 and <\\/script> and </SCRIPT\t>"
    note: "{{constructor.constructor('alert(1)')()}} ${alert(1)} `alert(1)` javascript:alert(1)"
    source: s
    quotes:
      - {id: q, speaker: p, source: s, text: "<img src=x onerror=alert(1)> --> ]]> <!-- </textarea> %3Cscript%3E \u2066isolated\u202c"}
      - {id: w, speaker: r, source: s, text: "DonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftDonaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft</div></main></body></html>"}
YAML

page_print() {
	$TRUCE print -f page ${2+"$2"} >"$FOLDER/$1.html" && $TRUCE print -f json ${2+"$2"} >"$FOLDER/$1.json" &&
		$TRUCE print -f html ${2+"$2"} >"$FOLDER/$1-handout.html"
	expect $? "$1 is not printed"
}
page_print page
$TRUCE print -f page --at trotsky-leaves-1918 >"$FOLDER/begun.html"
expect $? "a page with a place to begin at is not printed"
page_print planned --view=respite
page_print trap "$FOLDER/trap.yaml"
for record in hostile markdown arabic; do
	page_print $record tests/data/$record.yaml
done

chromium=$(command -v chromium) node tests/receivers/page.js ${PARTS-} >"$FOLDER/out"
expect $? "the browser: status $?"
passed=$((passed + $(grep -ac '^+ ' "$FOLDER/out")))
failed=$((failed + $(grep -ac '^- ' "$FOLDER/out")))
grep -av '^+ ' "$FOLDER/out" | head -n 200
