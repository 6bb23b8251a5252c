# groff has nothing to say about the pages, and shows them to their end.
for page in man/truce.1 man/truce.5; do groff -mandoc -ww -Kutf8 -Tutf8 -P-cbou -rLL=78n $page >$TMPDIR/page && grep -c 'STANDARDS' $TMPDIR/page; done
