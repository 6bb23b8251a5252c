# needs: pandoc python3 epubcheck
# Pandoc: each page becomes a document of Word, of LibreOffice and a book without a fault, whose words, read back, are those of the
# page of HTML; so they are for a reader of CommonMark. Citations are all found, and lead to what the record says. `make receivers`
# takes all pages through all forms (LONG), `make check` what is hardest.

# Debian's program is an archive of Java, which not every kernel starts.
book_check() {
	jar=/usr/share/java/epubcheck.jar
	if test -f $jar; then java -jar $jar "$1"; else epubcheck "$1"; fi
}

pages_print html html
pages_print markdown md

# document_is PAGE ENDING: pandoc makes it, says nothing, and reads it back as the page.
document_is() {
	pandoc --citeproc --csl tests/receivers/markdown.csl "$FOLDER/$1.md" -o "$FOLDER/$1.$2" 2>"$FOLDER/said"
	expect $? "$1.$2: $(cat "$FOLDER/said")"
	test ! -s "$FOLDER/said"
	expect $? "$1.$2: $(cat "$FOLDER/said")"
	pandoc "$FOLDER/$1.$2" -t json -o "$FOLDER/read.json"
	python3 tests/receivers/markdown.py "$FOLDER/$1.html" "$FOLDER/read.json" "$1" >"$FOLDER/out" 2>&1
	expect $? "$1.$2: $(cat "$FOLDER/out")"
}

# What CommonMark knows nothing of, the head and the sources as data, is no part of the text.
commonmark_is() {
	awk '/^---$/ && ++rules != 2 { next } rules == 1 { next } rules > 2 { exit } NR > 1' "$FOLDER/$1.md" >"$FOLDER/text.md"
	pandoc -f gfm "$FOLDER/text.md" -t json -o "$FOLDER/read.json"
	python3 tests/receivers/markdown.py "$FOLDER/$1.html" "$FOLDER/read.json" "$1" "$FOLDER/$1.md" >"$FOLDER/out" 2>&1
	expect $? "$1 as CommonMark: $(cat "$FOLDER/out")"
}

$TRUCE print -f html >"$FOLDER/built-in.html" && $TRUCE print -f markdown >"$FOLDER/built-in.md"
expect $? 'the built-in record'
for file in "$FOLDER"/*.md; do
	page=${file##*/} page=${page%.md}
	case ${LONG:+all}$page in
	all* | hostile | traps | arabic | worksheet) document_is "$page" docx; commonmark_is "$page" ;;
	esac
done
for page in hostile ${LONG:+worksheet built-in arabic chinese}; do
	document_is "$page" epub
	book_check "$FOLDER/$page.epub" >"$FOLDER/said" 2>&1 && ! grep -qE '^(WARNING|ERROR|FATAL)' "$FOLDER/said"
	expect $? "$page.epub: $(cat "$FOLDER/said")"
done
for page in hostile ${LONG:+arabic worksheet}; do
	document_is "$page" odt
	for form in latex tei; do
		pandoc --citeproc -s -t $form "$FOLDER/$page.md" -o "$FOLDER/made" 2>"$FOLDER/said" && test ! -s "$FOLDER/said"
		expect $? "$page as $form: $(cat "$FOLDER/said")"
	done
done
