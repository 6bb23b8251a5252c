# The manual, the list of changes and the citation are of the version that truce names, and of its day.
set -- $($TRUCE --version | sed -n '1s/[()]//gp')
day=$(echo $3 | awk -F- '{ split("January February March April May June July August September October November December", name, " "); print name[$2 + 0], $3 + 0 ", " $1 }')
said() {
	grep -qx -e "$2" $1 || echo "$1: $2 is missing"
}
for page in man/*.[15]; do
	said $page "\.Dd $day"
	said $page "\.Os truce $2"
done
test "$(grep -m 1 '^## ' CHANGELOG.md)" = "## $2 — $3" || echo "CHANGELOG.md: ## $2 — $3 is not the first heading"
said CITATION.cff "version: $2"
said CITATION.cff "date-released: $3"
