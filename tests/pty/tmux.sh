#!/bin/sh
# The built program in tmux: start, move, resize, quit; under a shell, so that what is left of the screen shows.
set -u
TRUCE=${TRUCE:-build/release/truce}
TMUX_TMPDIR=$(mktemp -d) || exit 2
export TMUX_TMPDIR
unset TMUX
trap 'exit 1' HUP INT TERM
trap 'tmux -L truce kill-server 2>/dev/null; rm -rf "$TMUX_TMPDIR"' EXIT
passed=0

pane() { tmux -L truce "$@"; }

# shows PATTERN WHAT: waits, five seconds at most, until a line of the pane matches.
shows() {
	for try in $(seq 100); do
		if pane capture-pane -p | grep -q -- "$1"; then
			passed=$((passed + 1))
			return
		fi
		sleep 0.05
	done
	echo "waited in vain: $2 ($1)"
	pane capture-pane -p
	echo "$passed passed, 1 failed"
	exit 1
}

# -f: nobody's configuration; a shell without a prompt of its own tells what it sees after the program.
pane -f /dev/null new-session -d -x 120 -y 36 \
	"PS1='shell> ' ENV= sh -c 'echo before; $TRUCE --at meeting-20 tests/pty/record.yaml; echo status \$?; cat'" || exit 2
shows '▸.*Met 20' "it starts"
pane send-keys j
shows '▸.*Met 21' "it moves down"
pane send-keys Up
shows '▸.*Met 20' "it moves up"
pane resize-window -x 80 -y 24
shows '▸.*Met 20' "it follows a narrower window"
pane resize-window -x 120 -y 36
shows '▸.*Met 20' "it follows a wider window"
pane send-keys q
shows '^status 0' "it quits"
shows '^before' "the screen is as it was"
echo "$passed passed, 0 failed"
