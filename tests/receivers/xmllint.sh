# needs: xmllint
# Each page of HTML is well-formed XML.

pages_print html html
for page in "$FOLDER"/*.html; do
	xmllint --noout --nonet "$page"
	expect $? "${page##*/}"
done
