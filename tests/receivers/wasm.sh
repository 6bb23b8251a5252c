# What the explorer in a page is made of, built once more in another folder: the same bytes. In a short run the objects of
# some sources, with LONG all of it, to the page itself.
# needs: clang wasm-ld zopfli
page=${BUILD:-build}/page
if ! test -f $page/page.html; then
	echo "skipped: $name (there is no $page/page.html: make page)"
	exit 77
fi
again() {
	CCACHE_DISABLE=1 MAKEFLAGS= ${MAKE:-make} --no-print-directory HUSH=1 -j2 BUILD="${BUILD:-build}" PAGE="$FOLDER/elsewhere/page" "$@" >"$FOLDER/said" 2>&1 || cat "$FOLDER/said"
}
mkdir -p "$FOLDER/elsewhere/page/sources"
cp -R $page/sources/*.gz "$FOLDER/elsewhere/page/sources"
some="src/page/page.o src/base/node.o src/ui/core/dispatch.o sources/utf8proc-2.8.0/utf8proc.o"
test -z "${LONG-}" || some="truce.wasm page.html"
again $(for file in $some; do echo "$FOLDER/elsewhere/page/$file"; done)
for file in $some; do
	cmp $page/$file "$FOLDER/elsewhere/page/$file"
	expect $? "$file is another in another folder"
done

# It can be mailed, and is there soon: the record that comes with truce, as a server sends it.
size=$($TRUCE print -f page | gzip -9n | wc -c)
test "$size" -gt 500000 && test "$size" -le 700000
expect $? "the page is of $size bytes, compressed"

# A file that is not the one that is meant is not taken, and one line says so.
scripts/fetch.sh file:///nowhere 0000 $page/truce.wasm.gz 2>"$FOLDER/said"
test $? = 2 && test "$(wc -l <"$FOLDER/said")" -eq 1 && grep -q 'is not the file that is meant' "$FOLDER/said"
expect $? "a file with another digest is taken"
