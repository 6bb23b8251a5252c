#!/bin/sh
# The built program as a job of shells that control jobs: started in the background, stopped, sent there, ended there.
# While the terminal is the shell's, its settings stay as they are and nothing is written to it.
set -u
TRUCE=${TRUCE:-build/release/truce}
TMUX_TMPDIR=$(mktemp -d) || exit 2
export TMUX_TMPDIR LC_ALL=C.UTF-8
unset TMUX
trap 'exit 1' HUP INT TERM
trap 'tmux -L "jobs$number" kill-server 2>/dev/null; rm -rf "$TMUX_TMPDIR"' EXIT
passed=0 number=0
mkfifo "$TMUX_TMPDIR/fifo" || exit 2

pane() { tmux -L "jobs$number" "$@"; }
type_line() { pane send-keys -l "$1"; pane send-keys Enter; }
settings() { stty -a <"$tty" 2>&1; }

failed() {
	echo "$shell: $1"
	pane capture-pane -p
	echo "$passed passed, 1 failed"
	exit 1
}

# until_true WHAT COMMAND...: a while, on a busy machine.
until_true() {
	what=$1
	shift
	for try in $(seq 400); do
		if "$@"; then
			passed=$((passed + 1))
			return
		fi
		sleep 0.05
	done
	failed "waited in vain: $what"
}
shown() { pane capture-pane -p | grep -q -- "$1"; }
# The cursor stands behind a prompt: on an old line too, where the terminal's own memory of it is older than `clear`.
at_prompt() {
	place=$(pane display-message -p '#{cursor_x} #{cursor_y}')
	test "${place% *}" = 7 && pane capture-pane -p | sed -n "$((${place#* } + 1))p" | grep -q '^shell>'
}
untouched() { test "$(settings)" = "$before" && test "$(pane display-message -p '#{alternate_on}')" = 0; }
job() { ps -A -o pid= -o ppid= -o stat= -o comm= | awk -v parent="$leader" '$2 == parent && $4 ~ /^truce/ && $3 !~ /^Z/ { print $1, $3 }'; }
stopped() { job | grep -q ' T'; }
gone() { test -z "$(job)"; }

# From here on, the terminal is not asked for another screen, or for other codes of its keys.
listen() { pane pipe-pane "cat >$TMUX_TMPDIR/bytes"; }
silent() {
	pane pipe-pane
	! shown 'Met 20' && ! grep -q "$(printf '\033')\(=\|>\|\[?1h\|\[?1l\|\[?1049\)" "$TMUX_TMPDIR/bytes"
}

# in_background WHAT: the job is stopped, and the shell's terminal is as it was.
in_background() {
	until_true "$1: it stops" stopped
	until_true "$1: the shell has its prompt" at_prompt
	until_true "$1: the terminal is as it was" untouched
}
back_and_quit() {
	type_line fg
	until_true "$1: it comes back" shown 'Met 20'
	pane send-keys q
	until_true "$1: it ends" gone
	until_true "$1: the shell has its prompt again" at_prompt
	until_true "$1: the terminal is as it was in the end" untouched
}

try_shell() {
	shell=$1 number=$((number + 1)) # a server of its own: the one before may be about to end
	pane -f /dev/null new-session -d -x 100 -y 30 "PS1='shell> ' ENV= exec $shell" || exit 2
	tty=$(pane display-message -p '#{pane_tty}')
	leader=$(pane display-message -p '#{pane_pid}')
	until_true "a prompt" at_prompt
	before=$(settings)
	kept=$(stty -g <"$tty")

	type_line "$TRUCE --at meeting-20 tests/pty/record.yaml &"
	in_background "started in the background"
	back_and_quit "started in the background"

	type_line "$TRUCE --at meeting-20 tests/pty/record.yaml"
	until_true "it starts" shown 'Met 20'
	pane send-keys C-z
	in_background "suspended"
	listen
	type_line 'clear; bg'
	until_true "bg is answered" shown 'record.yaml'
	in_background "suspended and sent to the background"
	until_true "nothing is drawn there" silent
	back_and_quit "suspended and sent to the background"

	type_line "$TRUCE --at meeting-20 tests/pty/record.yaml"
	until_true "it starts again" shown 'Met 20'
	kill -STOP "$(job | cut -d' ' -f1)"
	until_true "the shell is told" shown 'topped\|uspended'
	printf '\033[?1049l' >"$tty" # what nobody could clear up: not every shell does
	stty "$kept" <"$tty"
	listen
	type_line 'clear; bg'
	until_true "bg is answered again" eval 'shown record.yaml && stopped && at_prompt'
	until_true "nothing is drawn there either" silent
	back_and_quit "stopped from outside and sent to the background"

	type_line "$TRUCE --at meeting-20 tests/pty/record.yaml"
	until_true "it starts a third time" shown 'Met 20'
	pane send-keys C-z
	in_background "suspended again"
	kill "$(job | cut -d' ' -f1)"
	type_line "kill -CONT %1; echo as''ked"
	until_true "it ends in the background" gone
	until_true "the shell goes on" eval 'at_prompt && shown "asked$"'
	until_true "its end leaves the terminal alone" untouched

	type_line "clear; $TRUCE $TMUX_TMPDIR/fifo"
	until_true "it says that it reads" shown '^truce: reading'
	kill -STOP "$(job | cut -d' ' -f1)"
	until_true "the shell is told of a stop while it reads" shown 'topped\|uspended'
	pane send-keys "echo al''ive" C-j
	until_true "the shell can read" shown 'alive$'
	stty "$kept" <"$tty"
	type_line 'clear; fg'
	until_true "it says again that it reads" shown '^truce: reading'
	pane send-keys q
	until_true "it is quit" eval 'gone && at_prompt'
	until_true "quit while it reads, it leaves the terminal as it was" untouched

	type_line "clear; $TRUCE check $TMUX_TMPDIR/fifo &"
	type_line "sleep 0.5; echo sl''ept"
	until_true "a command runs in the background" shown 'slept$'
	until_true "it says nothing there" eval '! shown "truce: reading"'
	type_line fg
	until_true "it says in the foreground what it reads" shown '^truce: reading'
	pane send-keys C-z
	in_background "a command suspended"
	until_true "what it said is gone" eval '! shown "^truce: reading"'
	type_line bg
	cat tests/data/lesson.yaml >"$TMUX_TMPDIR/fifo"
	until_true "it ends" shown '^5 events'

	type_line "clear; ($TRUCE --at meeting-20 tests/pty/record.yaml & cat $TMUX_TMPDIR/fifo)"
	until_true "it starts beside another that ends before it" shown 'Met 20'
	echo >"$TMUX_TMPDIR/fifo" # and the shell, which knows nothing of it, has its terminal again
	until_true "with no shell left for it, it says so" shown 'truce: the terminal has gone to another'
	until_true "the shell has its screen" eval 'test "$(pane display-message -p "#{alternate_on}")" = 0'
	case $shell in dash* | *noediting*) # others have begun to edit a line, from the modes they found
		until_true "the shell's terminal is as it was" untouched
		type_line "echo al''ive"
		until_true "the shell has it" shown 'alive$'
		;;
	esac

	pane kill-server
}

tried=
if ! command -v ps >/dev/null 2>&1; then
	echo "ps is missing: nothing was tried"
	echo "0 passed, 0 failed"
	exit 0
fi
for shell in dash 'bash --norc --noediting' 'bash --norc' 'zsh -f' ksh mksh; do
	command -v ${shell%% *} >/dev/null 2>&1 || continue
	try_shell "$shell -i"
	tried="$tried ${shell%% *}"
done
test -n "$tried" || echo "no shell is here that controls jobs: nothing was tried"
echo "$passed passed, 0 failed"
