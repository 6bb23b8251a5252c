. tests/data/beside.sh
page=$BESIDE/share/truce/page.html
asked() {
	echo "$1:"
	shift
	$BESIDE/bin/truce print -f page "$@" tests/data/rounds.yaml 2>&1 | page_said | head -n 5
	$BESIDE/bin/truce print -f page "$@" tests/data/rounds.yaml >/dev/null 2>&1
	echo "status $?"
}
asked "an id that is not there" --at nowhere
asked "an id that is left out" --at hale-ink -Q id:orlov-long
asked "an id of later" --at return --as-of 1860
asked "a table" --positions
asked "pages on paper" --two-up
echo "to a terminal:"
python3 -c 'import pty, sys; pty.spawn(sys.argv[1:])' "$BESIDE/bin/truce" print -f page tests/data/rounds.yaml | tr -d '\r'
cp "$page" "$page.whole"
head -c 300 "$page.whole" >"$page"
asked "half a page"
head -n 9 "$page.whole" >"$page"
asked "half a page, of whole lines"
sed 's/handout">/handovt">/' "$page.whole" >"$page"
asked "a page with another letter"
cat "$page.whole" "$page.whole" >"$page"
asked "a page twice"
head -c 30 "$page.whole" >"$page"
asked "a few bytes"
: >"$page"
asked "nothing"
echo "<!DOCTYPE html>" >"$page"
asked "another page"
page_put sed "s/@VERSION@/0.0.9/"
asked "an older page"
page_put sed "s/@VERSION@/$version/; /truce:place/d"
asked "a page without a mark"
page_put sed "s/@VERSION@/$version/; s/truce:head/truce:x/; s/truce:place/truce:head/; s/truce:x/truce:place/"
asked "a page with its marks in another order"
rm "$page" && mkdir "$page"
asked "a folder"
rmdir "$page"
asked "no page"
mkdir "$BESIDE/page" && sed 's/<body>/<body class="built">/' tests/data/page.html >"$BESIDE/page/page.html"
asked "a page that was built elsewhere"
echo "as it is called:"
cp "$page.whole" "$page"
(PATH=$BESIDE/bin:$PATH && truce print -f page tests/data/rounds.yaml | head -n 2 | page_said)
ln -s "$BESIDE/bin/truce" "$TMPDIR/called" && "$TMPDIR/called" print -f page tests/data/rounds.yaml | head -n 2 | page_said
