#!/bin/sh
# security.sh STEP... : each test that SECURITY.md names for a promise is a step of `make check` or a golden case, and each promise names one.
set -u
passed=0 failed=0

count() {
	if test "$1" = 0; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "SECURITY.md: $2"; fi
}

rows=$(sed -n '/^|---/,/^$/p' SECURITY.md | grep '^| \*\*')
test -n "$rows"
count $? "there is no table of promises"
for name in $(echo "$rows" | sed 's/.*|\(.*\)|$/\1/' | grep -o '`[^`]*`' | tr -d '`' | sort -u); do
	found=1
	case $name in golden/*) test ! -e "tests/$name.cmd" || found=0 ;; esac
	for step; do
		case $step in $name) found=0 ;; esac
	done
	count $found "there is no test $name"
done
! echo "$rows" | sed 's/.*|\(.*\)|$/\1/' | grep -v '`'
count $? "a promise names no test (see above)"
for file in README.md man/truce.1; do
	grep -q 'SECURITY\.md' $file
	count $? "$file does not lead there"
done
echo "$passed passed, $failed failed"
test $failed = 0
