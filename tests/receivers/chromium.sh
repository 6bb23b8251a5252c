# needs: chromium node pdftotext
# npm: axe-core
# A browser: each page asks for nothing, is accessible on a light and on a dark screen, and comes out on paper word for word.

pages_print html html
chromium=$(command -v chromium) node tests/receivers/chromium.js "$FOLDER"/*.html >"$FOLDER/out"
expect $? "the browser: status $?"
cat "$FOLDER/out"
for page in "$FOLDER"/*.html; do
	page=${page##*/}
	! grep -q "^$page: " "$FOLDER/out"
	expect $? "$page"
done
