#!/bin/sh
# hardening.sh MAKE... : reads the binary, and what other flags than its own would make of it: what makes an attack hard is
# there whatever CFLAGS are given. Where the compiler or the system has no such thing, it is left out, which is said.
set -u
TRUCE=${TRUCE:-build/release/truce}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

count() {
	if test "$1" = 0; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "$2"; fi
}

# has FILE PATTERN WHAT: whether what was read of it has such a line.
has() {
	grep -qE -e "$2" "$1"
	count $? "$name: $3 is missing"
}

# Whether the compiler takes a flag.
takes() {
	echo 'int x;' | ${CC:-cc} -Werror "$1" -x c -S -o /dev/null - 2>/dev/null
}

# look NAME PROGRAM: what readelf, nm and objdump say of it.
look() {
	name=$1
	readelf -hlW "$2" >"$folder/head"
	readelf -dW "$2" >"$folder/dynamic"
	readelf -nW "$2" >"$folder/notes"
	nm -D "$2" >"$folder/names"
	has "$folder/head" 'Type: *DYN' "a position that is drawn by lot (PIE)"
	has "$folder/dynamic" 'FLAGS_1.*PIE' "a position that is drawn by lot (PIE)"
	has "$folder/head" 'GNU_STACK .* RW +0x' "a stack that does not run (NX)"
	has "$folder/head" 'GNU_RELRO' "tables that are read-only (RELRO)"
	has "$folder/dynamic" 'BIND_NOW|FLAGS_1.*NOW' "tables that are complete at the start (BIND_NOW)"
	! grep -qE 'LOAD.* RWE ' "$folder/head"
	count $? "$name: a segment can be written and run"
	! grep -qE 'RPATH|RUNPATH|TEXTREL' "$folder/dynamic"
	count $? "$name: it looks for libraries in a place of its own, or writes its code"
	has "$folder/names" '__stack_chk_fail' "the guard of the stack"
	if test "$libc" = glibc; then
		has "$folder/names" '__[a-z]+_chk(@|$)' "fortified functions"
	fi
}

# Every function that can be jumped to says so, and the note that the whole program does is there where the C library's
# own parts, which are in every program, say it.
look_control_flow() {
	case $(uname -m) in
	x86_64) flag=-fcf-protection mark=endbr64 note='IBT.*SHSTK' ;;
	aarch64) flag=-mbranch-protection=standard mark='bti|paciasp' note='BTI' ;;
	*) flag= ;;
	esac
	if test -z "$flag" || ! takes "$flag"; then
		echo "skipped: this machine or compiler has no control-flow protection"
		return
	fi
	objdump -d --no-show-raw-insn "$1" | grep -A 2 -E '^[0-9a-f]+ <(main|text_[a-z_]+)>:' >"$folder/code"
	has "$folder/code" "$mark" "marks where a jump may land ($mark)"
	echo 'int main(void) { return 0; }' >"$folder/none.c"
	${CC:-cc} $flag -o "$folder/none" "$folder/none.c" && readelf -nW "$folder/none" | grep -qE "$note" || {
		echo "skipped: the C library here has no such marks, so no program bears the note ($note)"
		return
	}
	has "$folder/notes" "$note" "the note of control-flow protection"
}

for tool in readelf nm objdump; do
	command -v $tool >/dev/null || {
		echo "skipped: there is no $tool"
		echo "0 passed, 0 failed"
		exit 0
	}
done
if test "$(head -c 4 "$TRUCE" | tail -c 3)" != ELF; then
	echo "skipped: this is no ELF"
	exit 0
fi
libc=other
echo '#include <features.h>
#ifndef __GLIBC__
#error
#endif' | ${CC:-cc} -x c -fsyntax-only - 2>/dev/null && libc=glibc

look truce "$TRUCE"
look_control_flow "$TRUCE"

# Other flags, and a program that is small: as truce is compiled and linked with them.
cat >"$folder/small.c" <<'END'
#include <stdio.h>
#include <string.h>
int main(int argc, char **argv)
{
	char text[64];
	int left[16];
	if (argc > 1)
		memset(left, argc, sizeof left);
	snprintf(text, (size_t)argc, "%s", argv[0]);
	return puts(text) < 0 || left[3];
}
END
built() {
	name="$*"
	rm -rf "$folder/b"
	env -u CFLAGS -u CPPFLAGS $MAKE BUILD="$folder/b" VARIANT=release WERROR=1 "$@" "$folder/b/release/compile.flags" "$folder/b/release/link.flags" >/dev/null
	count $? "$name: there are no flags"
	(eval "$(cat "$folder/b/release/compile.flags") -c -o $folder/small.o $folder/small.c" &&
		eval "$(cat "$folder/b/release/link.flags") -o $folder/small $folder/small.o") >"$folder/said" 2>&1
	count $? "$name: it does not build: $(cat "$folder/said")"
	test ! -s "$folder/said"
	count $? "$name: the compiler warns: $(cat "$folder/said")"
	test -e "$folder/small" && look "$name" "$folder/small"
	# Variables that are given no value begin as 0: then the flag is among the others.
	! takes -ftrivial-auto-var-init=zero || has "$folder/b/release/compile.flags" auto-var-init=zero "the first value of variables"
	! takes -fstack-clash-protection || has "$folder/b/release/compile.flags" stack-clash-protection "the guard of the stack's end"
}
MAKE="$* --no-print-directory"
built CFLAGS=-O2
built CFLAGS=-O1
built CFLAGS=-O2 CPPFLAGS=-D_FORTIFY_SOURCE=2
built "CFLAGS=-O2 -Wp,-D_FORTIFY_SOURCE=2 -fno-stack-protector -fcf-protection=none"
built "CFLAGS=-O2 -fPIC -fstack-protector" LDFLAGS=-Wl,-O1
echo "$passed passed, $failed failed"
test $failed = 0
