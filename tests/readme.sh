#!/bin/sh
# readme.sh: README.md holds. Its pictures are what the program draws, all of them and no others, shown dark and light, with words
# for those who do not see them; its commands run, in their order, in a folder of their own; the piece of a sheet is one of
# the sheet that it names.
set -u
TMPDIR=$(mktemp -d) || exit 2
trap 'rm -rf "$TMPDIR"' EXIT
passed=0

good() {
	if test "$1" != 0; then
		echo "$2"
		echo "$passed passed, 1 failed"
		exit 1
	fi
	passed=$((passed + 1))
}

scripts/pictures.sh "$TRUCE" "$TMPDIR/pictures"
good $? "a picture is not drawn"
diff -rq "$TMPDIR/pictures" doc/pictures
good $? "doc/pictures is not what the program draws now: make pictures, and look at them"
for picture in "$TMPDIR"/pictures/*-light.svg; do
	name=$(basename "$picture" -light.svg)
	grep -A1 "(prefers-color-scheme: dark)\" srcset=\"doc/pictures/$name-dark.svg\"" README.md |
		grep -q "<img src=\"doc/pictures/$name-light.svg\" width=\"[0-9]*%\" alt=\"[A-Z]"
	good $? "README.md does not show $name, dark and light, and say in words what it is"
done

. tests/data/beside.sh
here=$PWD
mkdir "$TMPDIR/reader" "$TMPDIR/reader/DIR" && cd "$TMPDIR/reader" || exit 2
PATH=$BESIDE/bin:$PATH
tr '\n' ' ' <"$here/README.md" | grep -o '`truce [^`]*`' | tr -d '`' >commands
while read -r command; do
	LC_ALL=C.UTF-8 sh -c "$command" >said 2>complaint </dev/null
	good $? "README.md: $command: $(cat complaint)"
done <commands
test "$(wc -l <commands)" -ge 9
good $? "README.md names hardly a command"

sheet=$(sed -n 's/^A piece of a class sheet (`\([^`]*\)`.*/\1/p' "$here/README.md")
LC_ALL=C.UTF-8 $sheet >sheet
sed -n '/^A piece of a class sheet/,/^#/s/^    //p' "$here/README.md" >piece
test -s piece && grep -vxFf sheet piece
test $? = 1
good $? "README.md: what stands there is no piece of $sheet"
echo "$passed passed, 0 failed"
