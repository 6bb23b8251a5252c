# needs: groff gropdf mandoc pdftotext ps2pdf python3
# groff and mandoc: a manual page is without fault, the same on a screen and on paper, where a letter that the fonts lack is a
# box, and told to be one.

# judge NAME DEVICE... : what the device writes is a PDF, or becomes one.
judge() {
	page=$FOLDER/$1
	shift
	mandoc -T lint "$page.man" 2>&1 | grep -v 'STYLE: lower case character in document title: TH .*\\\[u' >"$FOLDER/said"
	expect $((! $?)) "${page##*/}: mandoc: $(head -3 "$FOLDER/said")"
	mandoc -T utf8 "$page.man" 2>/dev/null | col -b >"$page.screen"
	for device in utf8 "$@"; do
		groff -man -Kutf8 -ww -T$device "$page.man" >"$page.$device" 2>"$FOLDER/said"
		test $? = 0 && test ! -s "$FOLDER/said"
		expect $? "${page##*/}: groff -T$device: $(head -3 "$FOLDER/said")"
	done
	test $device = pdf || ps2pdf "$page.$device" "$page.pdf"
	pdftotext -raw "$page.pdf" "$page.txt" && python3 tests/receivers/paper.py "$page.screen" "$page.txt" >"$FOLDER/out" 2>&1
	expect $? "${page##*/} by $device: $(tail -3 "$FOLDER/out")"
}

cat >"$FOLDER/latin.yaml" <<'END'
title: Łódź, Šiauliai, Đurđevac – Őr, Țara
events:
  - {id: e, date: 1918, title: "Čeština, Ģirts, Ķemeri, žluťoučký kůň, İstanbul, Şırnak, Ağrı, ąęįų ĀĒĪŌŪ āēīōū ăâîșț ńśźż ľĺŕ ďť ŵŷ đ", summary: "№ 5, Ⅳ, ﬁn, ½, 10 000 €, l’État – « oui » ‹ non › “…” „so“ ― ‑ ‰ ™ ◇ ┆"}
END
$TRUCE print -f man >"$FOLDER/record.man"
judge record pdf
judge record ps
$TRUCE print -f man --worksheet --seed 44 >"$FOLDER/sheet.man"
judge sheet ps
for record in latin ukrainian arabic chinese; do
	test -f "$FOLDER/$record.yaml" || cp "tests/data/$record.yaml" "$FOLDER"
	$TRUCE print -f man "$FOLDER/$record.yaml" >"$FOLDER/$record.man"
	judge $record pdf
done
