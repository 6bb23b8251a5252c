#!/bin/sh
# static.sh OUT MAKE... : what `make static` makes needs nothing of the system where it runs: no library, no locale, no
# description of a terminal. It writes the bytes that the program writes which is linked as usual, in a root that holds nothing
# else as well, and on the kernels of ten years ago.
set -u
TRUCE=$(realpath "${TRUCE:-build/release/truce}")
out=$1
shift
folder=$(mktemp -d) || exit 2
trap 'exit 1' HUP INT TERM
trap 'tmux -L "static$number" kill-server 2>/dev/null; rm -rf "$folder"' EXIT
TMUX_TMPDIR=$folder PATH=$PATH:/usr/sbin:/sbin
export TMUX_TMPDIR
unset TMUX
passed=0 failed=0 number=0

count() {
	if test "$1" = 0; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "$2"; fi
}

# What it is made of takes minutes to build, the first time.
if test -z "${LONG-}" && ! test -x "${out%/*}/static/truce"; then
	echo "skipped: there is no ${out%/*}/static/truce (make static)"
	exit 77
fi
if ! "$@" --no-print-directory static >"$folder/made" 2>&1; then
	cat "$folder/made"
	exit 1
fi
static=$(realpath "${out%/*}/static/truce")

# ---- what it is ----

size=$(wc -c <"$static")
test "$size" -gt 1000000 && test "$size" -le 2400000
count $? "it is of $size bytes"
readelf -hlW "$static" >"$folder/head"
readelf -dW "$static" >"$folder/dynamic"
readelf -SW "$static" >"$folder/sections"
# has FILE PATTERN WHAT, lacks FILE PATTERN WHAT
has() {
	grep -qE -e "$2" "$folder/$1"
	count $? "$3 is missing"
}
lacks() {
	! grep -E -e "$2" "$folder/$1"
	count $? "it has $3"
}
lacks head 'INTERP|interpreter' "an interpreter"
lacks dynamic 'NEEDED|RPATH|RUNPATH' "libraries to look for"
lacks sections '\.symtab|\.debug' "words for a debugger"
has head 'Type: *DYN' "a position that is drawn by lot (PIE)"
has dynamic 'FLAGS_1.*PIE' "a position that is drawn by lot (PIE)"
has head 'GNU_STACK .* RW +0x' "a stack that does not run (NX)"
has head 'GNU_RELRO' "tables that are read-only (RELRO)"
has dynamic 'FLAGS_1.*NOW' "tables that are complete at the start (BIND_NOW)"
lacks head 'LOAD.* RWE ' "a segment that can be written and run"
lacks dynamic 'TEXTREL' "code that is written at the start"
# The tables are read-only indeed, while it waits for its record: where the program is, of what is mapped, and by the header.
mkfifo "$folder/record"
"$static" print - <"$folder/record" >/dev/null 2>&1 &
exec 9>"$folder/record"
for try in $(seq 100); do
	grep -q 'r--p.*truce' /proc/$!/maps 2>/dev/null && grep -q S "/proc/$!/stat" && break
	sleep 0.05
done
first=$(sed -n '/truce$/{ s/-.*//p; q; }' /proc/$!/maps)
table=$(printf %x $((0x$first + $(sed -n 's/^ *GNU_RELRO *[^ ]* *\([^ ]*\).*/\1/p' "$folder/head") & ~4095)))
grep -q "^0*$table-[0-9a-f]* r--p" /proc/$!/maps
count $? "its tables can be written: $(cat /proc/$!/maps)"
exec 9>&-
wait

# ---- what it writes, here and with nothing around it ----

cp tests/data/scripts.yaml "$folder/lesson.yaml"
commands() {
	$TRUCE print --list-formats | awk '{ print "print --seed 9 -f", $1, "lesson.yaml" }'
	cat <<'END'
print
check lesson.yaml
verify --texts . lesson.yaml
snapshot --keys jjl
snapshot -f svg --size 90x30 --keys v
snapshot -f html lesson.yaml
--version
--help
check none.yaml
END
}
# written COMMAND... : what they write of all commands, and with which status; of the page, which is none of its own.
written() {
	commands | grep -v -e '-f page' | while read -r words; do
		"$@" $words 2>&1
		echo "status $? of $words"
	done
}
(cd "$folder" && LC_ALL=C.UTF-8 written "$TRUCE") >"$folder/expected"
test "$(grep -c '^status 0' "$folder/expected")" -gt 20
count $? "few commands are good: $(grep '^status [^0]' "$folder/expected")"
# same WHAT: whether what was written is what is expected.
same() {
	cmp -s "$folder/expected" "$folder/got"
	count $? "$1: not the same bytes: $(diff "$folder/expected" "$folder/got" | head -n 20)"
}
(cd "$folder" && LC_ALL=xx_XX.UTF-8 written "$static") >"$folder/got"
same "where the program stands"

# Calls that newer kernels have: what the C library and the program ask for first, and do without.
old="statx,faccessat2,getrandom,rseq,set_robust_list,prlimit64,clock_gettime64,seccomp,landlock_create_ruleset,clone3,openat2"
if strace -f -o /dev/null -e inject=statx:error=ENOSYS true 2>/dev/null; then
	for call in $(echo $old | tr ',' ' '); do
		strace -o /dev/null -e inject=$call:error=ENOSYS true 2>/dev/null && known=${known+$known,}$call
	done
	strace -f -o /dev/null -e inject=$known:error=ENOSYS "$static" print tests/data/scripts.yaml >"$folder/got" 2>&1
	count $? "an old kernel: it does not print: $(tail -n 1 "$folder/got")"
	$TRUCE print tests/data/scripts.yaml | cmp -s - "$folder/got"
	count $? "an old kernel: not the same bytes"
else
	echo "skipped: no strace plays an old kernel here"
fi

# Locales of the system are none of its own, and the explorer and the guard are what they are.
TRUCE=$static tests/locales.sh >"$folder/said"
count $? "$(cat "$folder/said")"
for name in explorer guard; do
	TRUCE=$static "$out/tests/pty/$name" >"$folder/said" 2>&1
	count $? "pty/$name: $(cat "$folder/said")"
done

# A root with nothing in it but the program and a record.
root=$folder/root
mkdir "$root" && cp "$static" "$folder/lesson.yaml" "$root" || exit 2
if chroot "$root" /truce --version >/dev/null 2>&1; then
	within="chroot $root"
elif unshare -r chroot "$root" /truce --version >/dev/null 2>&1; then
	within="unshare -r chroot $root"
else
	echo "skipped: nobody can be given another root here"
	echo "$passed passed, $failed failed"
	test $failed = 0
	exit
fi
LC_ALL=en_US.UTF-8 written $within /truce >"$folder/got"
same "in a bare root"

pane() { tmux -L "static$number" "$@"; }
# shows WORDS: whether they come to be seen, in a while.
shows() {
	for try in $(seq 400); do
		! pane capture-pane -p | grep -q -e "$1" || return 0
		sleep 0.05
	done
	pane capture-pane -p
	return 1
}
# explores NAME=VALUE... : the explorer opens there, in UTF-8 or what is said, and quits.
explores() {
	words=$1
	shift
	pane kill-server 2>/dev/null
	number=$((number + 1)) # a server of its own: the one before may be about to end
	pane -u -f /dev/null new-session -d -x 100 -y 30 "env -i PATH='$PATH' $* $within /truce lesson.yaml; echo status \$?; exec cat"
	shows "$words"
	count $? "$*: $words is not seen"
	pane send-keys q
	shows '^status [0-9]'
	pane capture-pane -p | grep -q "^status ${status-0}"
	count $? "$*: it does not end with status ${status-0}"
}
if ! command -v tmux >/dev/null; then
	echo "skipped: there is no tmux"
else
	explores '● Делегації зустрічаються' TERM=xterm-256color LANG=uk_UA.UTF-8
	explores '━━' TERM=tmux LC_CTYPE=UTF-8
	explores '__' TERM=linux
	explores 'is not of UTF-8' TERM=screen LC_ALL=xx_XX.ISO-8859-5
	status=2 explores 'type "wyse60" is not known here' TERM=wyse60 LANG=C.UTF-8
	# A description of the system is taken, wherever that keeps it.
	if infocmp -x wyse60 >"$folder/wyse60" 2>/dev/null && mkdir -p "$root/run/current-system/sw/share/terminfo" &&
		tic -x -o "$root/run/current-system/sw/share/terminfo" "$folder/wyse60" 2>/dev/null; then
		explores '━━' TERM=wyse60 LANG=C.UTF-8
	else
		echo "skipped: there is no description of a wyse60, or no tic"
	fi
fi
echo "$passed passed, $failed failed"
test $failed = 0
