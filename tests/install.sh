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
