#!/bin/sh
# check-headers.sh OBJECT... : what a header of src offers, another file uses: main, the commands and tools count, tests do
# not. Headers have users, and no cycles (check-headers.awk). First that what is wrong is seen, then that nothing is.
set -u
rule="awk -f tests/check-headers.awk"
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

count() {
	if test "$1" = 0; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "$2"; fi
}

# sample FILE LINE: a tree in which all is well, but for that line of that file.
sample() {
	rm -rf "$folder/src"
	mkdir -p "$folder/src/base" "$folder/src/ui"
	for name in base/a base/b ui/c ui/d; do echo >"$folder/src/$name.h"; done
	printf '#include "base/a.h"\n#include "base/b.h"\n#include "ui/c.h"\n#include "ui/d.h"\n' >"$folder/src/main.c"
	echo '#include "base/b.h"' >"$folder/src/base/a.h"
	printf '#include "ui/c.h"\n#include "ui/d.h"\n' >"$folder/src/ui/c.c"
	echo "$2" >>"$folder/src/$1"
	$rule $(find "$folder/src" -name '*.[ch]') >"$folder/said"
}

allowed() {
	sample "$@"
	count $? "refused, but should not be: $2 in $1"
}

refused() {
	! sample "$@"
	count $? "not seen: $2 in $1"
}

allowed base/b.c '#include "base/b.h"'
allowed base/b.c '#include "base/a.h"'
allowed base/b.h '#include "ui/c.h"'
refused base/e.h ''
refused base/b.h '#include "base/a.h"'
refused base/b.h '#include "main.h"
#include "base/a.h"'
refused ui/d.h '#include "ui/c.h"'
refused ui/d.c '#include "ui/c.h"'

# offered OBJECT... : prints the names that one of them offers and none of the others takes, nor the script of the page.
offered() {
	nm -A -P "$@" | awk -v exports="$(tr '\n' ' ' <src/page/exports)" '
		BEGIN { for (n = split(exports, script, " "); n; n--) used[script[n]] }
		$3 == "U" { used[$2] }
		$3 ~ /^[A-TV-Z]$/ { file[$2] = $1 }
		END {
			for (name in file)
				if (!(name in used) && name !~ /^_?main$/) {
					print file[name] " " name " is used by no other file: static, or gone?"
					found = 1
				}
			exit found
		}'
}

offered "$@" >"$folder/said"
count $? "$(cat "$folder/said")"
! offered "$1" >/dev/null
count $? "not seen: what $1 offers to others"
$rule $(find src tools -name '*.[ch]')
count $? "headers are not what they should be (see above)"
echo "$passed passed, $failed failed"
test $failed = 0
