#!/bin/sh
# install.sh FLAGS MAKE... : what is installed is what was built, with the flags that the file FLAGS remembers; it runs where it
# stands, and uninstall takes away exactly that.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0 flags=$1
shift
cp "$flags" "$folder/flags" || exit 2

good() {
	if test "$1" != 0; then
		echo "$2"
		find "$folder" -type f
		echo "$passed passed, 1 failed"
		exit 1
	fi
	passed=$((passed + 1))
}

mkdir -p "$folder/usr/share/truce" "$folder/usr/bin"
set -- "$@" PAGE="$folder/made"
"$@" --no-print-directory install DESTDIR="$folder" PREFIX=/usr
good $? "make install fails"
cmp "$flags" "$folder/flags"
good $? "make install builds anew what stands built"
rm "$folder/flags"
test -x "$folder/usr/bin/truce" && test -f "$folder/usr/share/truce/events.yaml" &&
	test -f "$folder/usr/share/truce/truce.schema.json" && test -f "$folder/usr/share/truce/tutorial.md"
good $? "the program, its record, its schema or the tutorial is missing"
for file in bash-completion/completions/truce zsh/site-functions/_truce fish/vendor_completions.d/truce.fish \
	vim/vimfiles/compiler/truce.vim vim/vimfiles/ftdetect/truce.vim; do
	test -s "$folder/usr/share/$file"
	good $? "$file is missing"
done
(cd / && "$folder/usr/bin/truce" print --brief | grep -q .)
good $? "what is installed does not run"
# The page is installed where it was made, and filled by what is installed beside it.
(cd / && "$folder/usr/bin/truce" print -f page 2>&1 | grep -q 'there is no page to fill: make page builds it')
good $? "a page is filled that was not made"
mkdir "$folder/made"
sed "s/@VERSION@/$("$folder/usr/bin/truce" --version | sed -n 's/^truce //p')/" tests/data/page.html >"$folder/made/page.html"
echo "<!--truce:whole $(sha256sum <"$folder/made/page.html" | cut -c 1-64)-->" >>"$folder/made/page.html"
"$@" --no-print-directory install DESTDIR="$folder" PREFIX=/usr && cmp "$folder/made/page.html" "$folder/usr/share/truce/page.html"
good $? "a page that was made is not installed"
(cd / && "$folder/usr/bin/truce" print -f page | grep -q '"title": "Talking while fighting"')
good $? "the page that is installed is not filled"
rm -r "$folder/made"
: >"$folder/usr/share/truce/of-the-user.yaml"
"$@" --no-print-directory uninstall DESTDIR="$folder" PREFIX=/usr
good $? "make uninstall fails"
test "$(find "$folder" -type f)" = "$folder/usr/share/truce/of-the-user.yaml"
good $? "uninstall leaves files behind, or takes those of others"
rm "$folder/usr/share/truce/of-the-user.yaml"
"$@" --no-print-directory uninstall DESTDIR="$folder" PREFIX=/usr
test ! -e "$folder/usr/share/truce"
good $? "the folder of truce is left behind"
echo "$passed passed, 0 failed"
