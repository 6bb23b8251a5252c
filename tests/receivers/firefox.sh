# needs: firefox node
# Another browser, in which the explorer in a page shows what it shows in a terminal, cell for cell.

if ! test -f "${BUILD:-build}/page/page.html"; then
	echo "skipped: firefox (there is no ${BUILD:-build}/page/page.html: make page)"
	exit 77
fi
$TRUCE print -f page >"$FOLDER/page.html" && $TRUCE print -f json >"$FOLDER/page.json"
expect $? "the page is not printed"
firefox=$(command -v firefox) node tests/receivers/page/firefox.js "$FOLDER/page.html" "$FOLDER/page.json" >"$FOLDER/out"
expect $? "the browser: status $?"
passed=$((passed + $(grep -ac '^+ ' "$FOLDER/out")))
failed=$((failed + $(grep -ac '^- ' "$FOLDER/out")))
grep -av '^+ ' "$FOLDER/out"
