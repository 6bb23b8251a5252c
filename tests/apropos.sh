#!/bin/sh
# apropos.sh: by the words that people would type, apropos finds the pages of the manual: in a database of these pages
# alone, made by man-db and by mandoc, where these are there.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0
mkdir "$folder/man1" "$folder/man5" && cp man/*.1 "$folder/man1" && cp man/*.5 "$folder/man5" || exit 2

# found APROPOS WORD PAGE... : the word finds these pages, and no others.
found() {
	said=$("$1" -M "$folder" "$2" 2>&1 | sed -n 's/^\([a-z]*\) *(\([1-9]\)).*/\1(\2)/p' | sort | tr '\n' ' ')
	if test "$said" = "$3"; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "$1 $2: $said"; fi
}
words() {
	for word in timeline history negotiation negotiations quotation quotations lesson lessons truce; do
		found "$1" $word "truce(1) truce(5) "
	done
	found "$1" explorer "truce(1) "
	found "$1" yaml "truce(5) "
	found "$1" 'event file' "truce(5) "
}

if mandb --version >/dev/null 2>&1 && mandb --create --quiet --user-db "$folder"; then
	words apropos
else
	echo "there is no man-db: its apropos is not tried"
fi
# mandoc's has another name where man-db is there too.
asked=
for name in mapropos apropos; do
	command -v $name >/dev/null && ! $name --version >/dev/null 2>&1 && asked=$name && break
done
if test -n "$asked" && PATH=$PATH:/usr/sbin makewhatis "$folder" 2>/dev/null; then
	words $asked
else
	echo "there is no mandoc with makewhatis: its apropos is not tried"
fi
test $((passed + failed)) != 0 || exit 77
echo "$passed passed, $failed failed"
test $failed = 0
