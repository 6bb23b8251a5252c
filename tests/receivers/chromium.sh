# needs: chromium node pdftotext
# npm: axe-core
# A browser: each page asks for nothing, is accessible on a light and on a dark screen, and comes out on paper letter for
# letter and in order, as it does as text; a class sheet is a leaf and its key a page, on A4 and on Letter; and a link to proved words opens their page there.

pages_print html html
for page in ukrainian arabic chinese; do
	$TRUCE print -w 1000 "tests/data/$page.yaml" >"$FOLDER/$page.txt"
done
cat >"$FOLDER/proof.yaml" <<'END'
title: Proof
sources: {s: {type: webpage, title: S, URL: "https://example.org/a"}}
people: {p: {name: P}}
events:
  - id: e
    date: 1918
    title: E
    quotes:
      - {id: q, speaker: p, source: s, text: "We have spent more ink than blood - in all these five weeks of talks & more."}
END
for seed in 1 2 3 4 5 6 ${LONG:+7 8 9 10 11 12 13 14 15 16 17 18 19 20}; do
	$TRUCE print -f html --worksheet --seed $seed >"$FOLDER/leaf-$seed.html"
	sed 's/size: A4;/size: Letter;/' "$FOLDER/leaf-$seed.html" >"$FOLDER/leaf-$seed-letter.html"
done
for plan in respite audience; do
	$TRUCE print -f html --worksheet --seed 1 --view $plan >"$FOLDER/leaf-$plan.html"
done
mkdir "$FOLDER/texts"
words='We have spent more ink than blood – in all these five weeks of talks &#38; more.'
echo "We have spent more ink than water. $words" | sed 's/&#38;/\&/' >"$FOLDER/texts/s.txt"
{
	echo '<!DOCTYPE html><html><body>'
	awk 'BEGIN { for (n = 0; n < 300; n++) print "<p>We have spent more ink than water.</p>" }'
	echo "<p class='there'>$words</p>"
	awk 'BEGIN { for (n = 0; n < 300; n++) print "<p>And so on.</p>" }'
	echo '</body></html>'
} >"$FOLDER/texts/source.html"
fragment=$($TRUCE print -f html --texts "$FOLDER/texts" "$FOLDER/proof.yaml" | sed -n 's/.*cite="[^"#]*\(#[^"]*\)".*/\1/p')
test -n "$fragment"
expect $? "no link to proved words"

chromium=$(command -v chromium) node tests/receivers/chromium.js "$FOLDER"/*.html "$FOLDER/texts/source.html$fragment" >"$FOLDER/out"
expect $? "the browser: status $?"
cat "$FOLDER/out"
for page in "$FOLDER"/*.html "source.html$fragment"; do
	page=${page##*/}
	! grep -qF "$page: " "$FOLDER/out"
	expect $? "$page"
done
