#!/bin/sh
# install.sh OUT MAKE... : what is installed is what was built in OUT, with the same flags; it runs where it stands, each
# folder is the one that is asked for, and uninstall takes away exactly that.
set -u
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0 out=$1
shift
cp "$out/compile.flags" "$folder/flags" || exit 2

good() {
	if test "$1" != 0; then
		echo "$2"
		find "$folder" -type f
		echo "$passed passed, 1 failed"
		exit 1
	fi
	passed=$((passed + 1))
}

# page_put FOLDER: a small page, whole and of this version.
page_put() {
	mkdir -p "$1" && sed "s/@VERSION@/$version/" tests/data/page.html >"$1/page.html"
	echo "<!--truce:whole $(sha256sum <"$1/page.html" | cut -c 1-64)-->" >>"$1/page.html"
}

mkdir -p "$folder/usr/share/truce" "$folder/usr/bin"
set -- "$@" --no-print-directory PAGE="$folder/made"
"$@" install DESTDIR="$folder" PREFIX=/usr
good $? "make install fails"
cmp "$out/compile.flags" "$folder/flags"
good $? "make install builds anew what stands built"
rm "$folder/flags"
test -x "$folder/usr/bin/truce" && test -f "$folder/usr/share/truce/events.yaml" &&
	test -f "$folder/usr/share/truce/truce.schema.json" && test -f "$folder/usr/share/doc/truce/tutorial.md"
good $? "the program, its record, its schema or the tutorial is missing"
# What a page of doc leads to is installed as well, where it says: but for addresses of the web.
(cd "$folder/usr/share/doc/truce" && for page in tutorial teaching faq editors edition; do
	for to in $(grep -o '\](\([^)#]*\))' $page.md | sed 's/^](//; s/)$//; /^http/d'); do
		test -s "$to" || echo "$page.md: $to"
	done
done >"$folder/lost"; ! grep . "$folder/lost")
good $? "a page leads to what is not installed"
rm "$folder/lost"
for file in bash-completion/completions/truce zsh/site-functions/_truce fish/vendor_completions.d/truce.fish \
	vim/vimfiles/compiler/truce.vim vim/vimfiles/ftdetect/truce.vim; do
	test -s "$folder/usr/share/$file"
	good $? "$file is missing"
done
(cd / && "$folder/usr/bin/truce" print --brief | grep -q .)
good $? "what is installed does not run"
# The page is installed where it was made, and filled by what is installed beside it.
(cd / && "$folder/usr/bin/truce" print -f page 2>&1 | grep -q 'there is no page to fill yet.* in the sources of truce type make page')
good $? "a page is filled that was not made"
version=$("$folder/usr/bin/truce" --version | sed -n 's/^truce \([^ ]*\) .*/\1/p')
page_put "$folder/made"
"$@" install DESTDIR="$folder" PREFIX=/usr && cmp "$folder/made/page.html" "$folder/usr/share/truce/page.html"
good $? "a page that was made is not installed"
(cd / && "$folder/usr/bin/truce" print -f page | grep -q '"title": "Talking while fighting"')
good $? "the page that is installed is not filled"
rm -r "$folder/made"
: >"$folder/usr/share/truce/of-the-user.yaml"
"$@" uninstall DESTDIR="$folder" PREFIX=/usr
good $? "make uninstall fails"
test "$(find "$folder" -type f)" = "$folder/usr/share/truce/of-the-user.yaml"
good $? "uninstall leaves files behind, or takes those of others"
rm "$folder/usr/share/truce/of-the-user.yaml"
"$@" uninstall DESTDIR="$folder" PREFIX=/usr
test ! -e "$folder/usr/share/truce" && test ! -e "$folder/usr/share/doc/truce"
good $? "a folder of truce is left behind"

# Each folder by its own name, also one with a space in it, and a prefix as GNU writes it; nothing else comes anywhere. The
# folder of data is still beside the program, lest it be built anew while other tests run it.
rm -rf "$folder/usr"
in_folders() {
	"$@" DESTDIR="$folder/a place" prefix=/p bindir=/b/b datarootdir=/b/share mandir=/m docdir=/d bashcompdir=/bash zshcompdir="/z sh" \
		fishcompdir=/fish vimdir=/vim
}
in_folders "$@" install-strip
good $? "make install-strip fails"
installed=$(cd "$folder/a place" && find . -type f ! -path './d/*' | LC_ALL=C sort)
test "$installed" = "./b/b/truce
./b/share/truce/events.yaml
./b/share/truce/truce.schema.json
./bash/truce
./fish/truce.fish
./m/man1/truce.1
./m/man5/truce.5
./vim/compiler/truce.vim
./vim/ftdetect/truce.vim
./z sh/_truce" && test -f "$folder/a place/d/tutorial.md"
good $? "a folder is not the one that was asked for"
"$folder/a place/b/b/truce" --version | grep -q "^truce $version "
good $? "what is stripped does not run"
! nm "$folder/a place/b/b/truce" 2>/dev/null | grep -q main
good $? "what is installed stripped has words for a debugger"
in_folders "$@" uninstall
good $? "make uninstall fails for folders of their own"
test -z "$(find "$folder" -type f)"
good $? "uninstall leaves files behind in folders of their own"

# A folder of data that is not beside the program is found as well: such a program is built, of the objects that there are.
mkdir "$folder/out" && cp -Rp "$out/src" "$out/gen" "$out"/*.flags "$out/sources" "$folder/out" || exit 2
page_put "$folder/data/truce"
"$@" OUT="$folder/out" datadir="$folder/data" "$folder/out/truce"
good $? "a program with data elsewhere does not build"
(cd / && "$folder/out/truce" print -f page | grep -q '"title": "Talking while fighting"')
good $? "the page in the folder of data that was named is not filled"
echo "$passed passed, 0 failed"
