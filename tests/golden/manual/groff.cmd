# groff has nothing to say about the pages, and shows them to their end. A word that was taken for a macro of mdoc, as in a
# heading that begins with "In" or of two quoted words between brackets, neither it nor mandoc -T lint sees: so each heading
# stands on the page as it was written, and no quotation mark opens before the last has closed.
for page in man/truce.1 man/truce.5; do
	groff -mandoc -ww -Kutf8 -Tutf8 -P-cbou -rLL=78n $page >$TMPDIR/page && grep -c 'STANDARDS' $TMPDIR/page
	sed -n 's/^\.S[hs] //p' $page | sed 's/\\&//g' | while read -r heading; do
		sed 's/^ *//' $TMPDIR/page | grep -qxF "$heading" || echo "$page: the heading $heading stands otherwise on the page"
	done
	tr -s '\n ' '  ' <$TMPDIR/page | grep -o '‘[^’]*‘.\{0,30\}'
done
true
