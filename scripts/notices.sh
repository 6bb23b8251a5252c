# notices.sh : how scripts speak while something is installed, built or tested. They read it, and say before which file keeps
# what is said ($log), and by $to=terminal that standard output is the program's, unless it is a terminal.
#
# A notice is neither what a program prints nor an error, so it goes to whoever looks: to standard output, or, where that is
# the program's, to the terminal that belongs to it, or to nobody. The log has it in any case.
if test "$to" != terminal || test -t 1; then
	exec 9>&1
elif (: >/dev/tty) 2>/dev/null; then
	exec 9>/dev/tty
else
	exec 9>/dev/null
fi
rewrites= shown=
test ! -t 9 || test "${TERM:-dumb}" = dumb || rewrites=yes
mkdir -p "${log%/*}" && : >"$log" || exit 2

# show LINE: where it can be written over, it stays until the next is there. What others write begins over it, too.
show() {
	test -n "$rewrites" || return 0
	shown=yes
	printf '%-60s\r' "$*" >&9
}

clear_line() {
	test -z "$shown" || printf '%60s\r' '' >&9
	shown=
}

# say LINE: it stays.
say() {
	clear_line
	printf '%s\n' "$*" >>"$log"
	printf '%s\n' "$*" >&9
}
