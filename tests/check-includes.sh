#!/bin/sh
# The rule of includes: first that it sees what is wrong, then that nothing is.
set -u
rule="awk -f tests/check-includes.awk"
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0

count() {
	if test "$1" = 0; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "$2"; fi
}

# sample FILE LINE: a tree in which all is well, but for that line of that file.
sample() {
	rm -rf "$folder/src"
	mkdir -p "$folder/src/base" "$folder/src/term" "$folder/src/${1%/*}"
	printf '#include "base/node.h"\n#include <yaml.h>\n#include <utf8proc.h>\n#include <fribidi.h>\n' >"$folder/src/base/a.c"
	printf '#include "ui/core/grid.h"\n#include <curses.h>\n#include <term.h>\n' >"$folder/src/term/b.c"
	echo "$2" >"$folder/src/$1"
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

allowed ui/core/x.c '#include "layout/rows.h"'
allowed cli/x.c '#include "term/term.h"'
allowed term/x.c '#include "ui/core/input.h"'
refused model/x.c '#include "load/load.h"'
refused base/x.h '#include "model/date.h"'
refused query/x.c '#include "layout/rows.h"'
refused print/x.c '#include "ui/core/app.h"'
refused ui/core/x.c '#include "print/print.h"'
refused ui/core/x.c '#include "term/term.h"'
refused ui/core/x.c '#include "load/load.h"'
refused term/x.c '#include "ui/core/app.h"'
refused ui/core/x.c '#include "ui/views/explorer.h"'
refused cli/x.c '#include "ui/views/explorer.h"'
refused guard/x.c '#include "term/term.h"'
allowed ui/views/x.c '#include "ui/core/window.h"'
refused model/x.c '  #  include "../load/load.h"'
refused model/x.c '#include "date.h"'
refused attic/x.c '#include "base/buf.h"'
refused ui/core/x.c '#include <curses.h>'
refused base/x.h '#include <utf8proc.h>'
refused ui/core/x.c '#include <ncurses.h>'
refused term/x.c '#include <poll.h>'
allowed term/wait.c '#include <poll.h>'
refused term/x.c '#include <curses.h>'
refused term/b.c '#include <stdio.h>'
refused term/x.c '#include <sys/inotify.h>'
refused guard/x.c '#include <linux/seccomp.h>'
refused term/x.c '#define _POSIX_C_SOURCE 200809L'
refused term/x.c '#ifdef __linux__
#endif
#include <sys/statfs.h>'
allowed term/x.c '#ifdef __linux__
#include <sys/statfs.h>
#endif'

$rule $(find src -name '*.[ch]')
count $? "the includes under src break the table (see above)"
echo "$passed passed, $failed failed"
test $failed = 0
