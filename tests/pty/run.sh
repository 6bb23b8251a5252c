#!/bin/sh
# `make run` and `make check` as somebody sees them who types them for the first time: in a terminal (tmux), and where what
# they print goes elsewhere. A compiler that is none makes programs that print a word, so nothing takes its time, and apt and
# sudo are others, so nothing is installed.
set -u
TMUX_TMPDIR=$(mktemp -d) || exit 2
export TMUX_TMPDIR
unset TMUX
folder=$TMUX_TMPDIR
trap 'exit 1' HUP INT TERM
trap 'tmux -L run kill-server 2>/dev/null; rm -rf "$folder"' EXIT
passed=0

pane() { tmux -L run "$@"; }

failed() {
	echo "$1"
	pane capture-pane -p
	tail "$folder/out" "$folder/err"
	echo "$passed passed, 1 failed"
	exit 1
}
good() { # STATUS WHAT
	test "$1" = 0 || failed "$2"
	passed=$((passed + 1))
}

# shows PATTERN WHAT: waits until a line of the pane matches.
shows() {
	for try in $(seq 400); do
		if pane capture-pane -p | grep -q -- "$1"; then
			passed=$((passed + 1))
			return
		fi
		sleep 0.05
	done
	failed "waited in vain: $2 ($1)"
}
lacks() {
	! pane capture-pane -p | grep -q -- "$1"
	good $? "$2"
}

# program NAME <<END : a script for the PATH of a system, or a compiler.
program() {
	cat >"$folder/bin/$1"
	chmod +x "$folder/bin/$1"
}

# What this compiler makes prints a word. Of src/base/file.c it warns where a file `warns` is there, src/base/text.c waits at
# a pipe where one is, and where a file `breaks` is there it is not compiled.
mkdir "$folder/bin"
program cc <<END
#!/bin/sh
cd $folder
END
cat >>"$folder/bin/cc" <<'END'
last= made=
for word; do
	test "$last" != -o || made=$word
	last=$word
done
case $last in
src/base/file.c) test ! -e warns || printf '%s: warning: of something\n    1 | in two lines\n' $last >&2 ;;
src/base/text.c)
	test ! -p halt || read -r line <halt
	test ! -e breaks || { echo "$last: error: it is broken" >&2; exit 1; }
	;;
esac
test -z "$made" || test "$made" = /dev/null || {
	printf '#!/bin/sh\necho "record $*"\n' >"$made"
	chmod +x "$made"
}
END
cat >"$folder/run" <<END
exec env -u V -u CI -u WERROR -u CFLAGS ${MAKE:-make} --no-print-directory -j1 BUILD=$folder/build CC=$folder/bin/cc AR=true \\
	SOURCES="src/base/file.c src/base/text.c" ARGS='--at x' run
END
anew() { rm -rf "$folder/build" "$folder/warns" "$folder/breaks"; }
type_line() {
	pane send-keys "clear; $1; echo sta''tus \$?" Enter
}

# Without a terminal: the record, and not a word more.
: >"$folder/out" >"$folder/err"
setsid sh "$folder/run" >"$folder/out" 2>"$folder/err" </dev/null
good $? "make run, without a terminal, fails"
test "$(cat "$folder/out")" = "record --at x" && test ! -s "$folder/err"
good $? "without a terminal, more is said than the record"
grep -q '^cc    src/base/text.c' "$folder/build/run.log"
good $? "what make says is not kept"

pane -f /dev/null new-session -d -x 100 -y 30 "PS1='shell> ' ENV= exec sh" || exit 2
shows '^shell>' "a prompt"

# In a terminal: how far it has come, in a line that is gone when the record is there.
anew
: >"$folder/warns"
mkfifo "$folder/halt"
type_line "sh $folder/run"
shows '^truce: builds itself, 3 of 4 files *$' "how far it has come"
shows '^src/base/file.c: warning: of something *$' "a warning"
shows '^    1 | in two lines' "all of a warning"
lacks 'cc  ' "a line a file"
echo >"$folder/halt"
shows '^status 0' "it ends"
shows '^truce: built in [0-9]* seconds' "how long it took"
shows '^record --at x' "the record"
lacks 'builds itself' "what is done is still shown"
type_line "sh $folder/run"
shows '^status 0' "it ends again"
lacks '^truce: b' "where all is built, it is said that something is"
shows '^truce: again by make run, or ' "how it is opened again"

# Where standard output is a file, the terminal is told, and the file is the record.
anew
type_line "sh $folder/run >$folder/out 2>$folder/err"
shows '^truce: builds itself, 3 of 4 files *$' "how far it has come, while the record goes to a file"
echo >"$folder/halt"
shows '^status 0' "it ends, the record being in a file"
lacks 'record' "the record is shown"
test "$(cat "$folder/out")" = "record --at x" && test ! -s "$folder/err"
good $? "more is in a file than the record"

# A terminal on which nothing can be written over: a line, once.
anew
rm "$folder/halt"
type_line "TERM=dumb sh $folder/run"
shows '^status 0' "it ends on a plain terminal"
shows '^truce: builds itself, 4 files' "what is done is said once"
test "$(pane capture-pane -p | grep -c '^truce: builds')" = 1
good $? "what is done is said more than once"

# What breaks is told by the compiler and by make, and the status is that of make.
anew
: >"$folder/breaks"
type_line "sh $folder/run"
shows '^status 2' "it ends where something is broken"
shows '^src/base/text.c: error: it is broken' "what is broken"
lacks 'built in\|builds itself\|ot found\|No such' "more than what is broken is said, or it goes on"

# An installation: what is missing is said first, sudo asks for its password, and then a line says how far apt has come.
for tool in sh sed tr sort env grep cat mkdir date chmod fold; do ln -s "$(command -v $tool)" "$folder/bin/$tool"; done
mkfifo "$folder/halt" "$folder/halt2" # one reader each: a second would take the first's writer for its own
program id <<END
#!/bin/sh
echo 1000
END
program sudo <<'END'
#!/bin/sh
printf '[sudo] password: ' >/dev/tty
read -r word </dev/tty
exec "$@"
END
program apt-get <<END
#!/bin/sh
cd $folder
END
cat >>"$folder/bin/apt-get" <<'END'
echo "Reading package lists..."
echo "debconf: delaying package configuration, since apt-utils is not installed" >&2
echo "dlstatus:1:43.25:Retrieving file 1 of 2 (3s remaining)"
read -r line <halt
echo "pmstatus:gcc:61.54:Unpacking gcc"
read -r line <halt2
for name in cmp pkg-config; do
	echo "#!/bin/sh" >bin/$name
	chmod +x bin/$name
done
END
mkdir "$folder/lists"
: >"$folder/lists/there_Packages"
type_line "PATH=$folder/bin CC=cc APT_LISTS=$folder/lists BUILD=$folder/build sh scripts/install-needed.sh run"
shows '^\[sudo\] password:' "sudo asks for the password"
shows '^truce: missing to build: pkg-config, cmp, ncursesw' "what is missing is said before"
shows '^truce: apt installs: diffutils' "what is installed is said before"
pane send-keys Enter
shows '^truce: apt downloads, 43 % *$' "how far it has fetched"
echo >"$folder/halt"
shows '^truce: apt installs, 61 % *$' "how far it has installed"
echo >"$folder/halt2"
shows '^status 0' "it is installed"
shows '^truce: installed in [0-9]* seconds' "how long installing took"
lacks '%\|debconf\|Reading' "what apt says is shown"

# Tests: how many are done; one that failed, with all its words; and what became of them.
mkfifo "$folder/made"
mkdir "$folder/build/check"
printf '[ RUN      ] one\n%s\n' "it is not so" >"$folder/build/check/b.log"
say() { printf '%s\n' "$@" >&8; }
type_line "BUILD=$folder/build tests/progress.sh 3 <$folder/made"
exec 8>"$folder/made"
shows '^check: 0 of 3 steps done, files built: 0 *$' "that it has begun"
say 'cc    a.c' 'link  a' 'done  a'
shows '^check: 1 of 3 steps done, files built: 1 *$' "how many are done"
say 'FAIL  b (status 1)' 'made 2'
exec 8>&-
shows '^status 2' "it ends as make does"
shows '^FAIL  b (status 1) *$' "what failed"
shows '^      it is not so *$' "why it failed"
lacks 'RUN\|done\|cc\|link' "what is of no use is left"
{
	seq 300 >"$folder/build/check/b.log"
	printf '%s\n' 'cc    a.c' 'done  a' 'FAIL  b (status 1)' 'made 0'
} | BUILD=$folder/build tests/progress.sh 3 >"$folder/out" 2>"$folder/err"
good $? "it does not end as make does"
test "$(sed -n '1p; 2p; 3p; $p' "$folder/out")" = "check: steps to run: 3
FAIL  b (status 1)
      1
      ... $folder/build/check/b.log has the rest" && test "$(wc -l <"$folder/out")" -eq 203
good $? "what is said without a terminal is another"

# What was skipped: a reason once; of many receivers the names.
rm -r "$folder/build/check"
mkdir -p "$folder/build/check/receivers"
for step in a b receivers/c receivers/d receivers/e receivers/f; do
	echo "0 0 0.1" >"$folder/build/check/$step"
	echo "skipped: ${step#receivers/} (there is no $step)" >"$folder/build/check/$step.log"
done
echo "skipped: a (there is no a)" >"$folder/build/check/b.log"
said="$(RESULTS=$folder/build/check tests/summary.sh a b receivers/c receivers/d receivers/e receivers/f)"
test "$said" = "check: skipped: a (there is no a)
check: skipped: c, d, e, f: their programs are not here, and make receivers installs them
check: 0 passed, none failed"
good $? "what was skipped is said otherwise: $said"
said="$(RESULTS=$folder/build/check tests/summary.sh a receivers/c)"
test "$said" = "check: skipped: a (there is no a)
check: skipped: c (there is no receivers/c)
check: 0 passed, none failed"
good $? "why a few receivers were skipped is not said: $said"
echo "$passed passed, 0 failed"
