# A truce of its own folder, with a small page beside it to be filled: $BESIDE/bin/truce and $BESIDE/share/truce/page.html.
#
# page_put COMMAND... : puts a page there, of what the command makes of the template's text.
BESIDE=$TMPDIR/beside
page_put() {
	"$@" <tests/data/page.html >"$BESIDE/share/truce/page.html"
	echo "<!--truce:whole $(sha256sum <"$BESIDE/share/truce/page.html" | cut -c 1-64)-->" >>"$BESIDE/share/truce/page.html"
}
# page_said: what comes, without the folder's name, the version and the style sheet.
page_said() {
	sed "s:$BESIDE:BESIDE:; s/\(truce\|truce:page\) $version/\1 VERSION/g; /^<style>\$/,/^<.style>\$/d"
}
version=$($TRUCE --version | sed -n 's/^truce \([^ ]*\) .*/\1/p')
rm -rf "$BESIDE" && mkdir -p "$BESIDE/bin" "$BESIDE/share/truce" &&
	{ ln "$TRUCE" "$BESIDE/bin/truce" 2>/dev/null || cp "$TRUCE" "$BESIDE/bin/truce"; } && page_put sed "s/@VERSION@/$version/"
