# Holds the arrows between rooms to their table, each library to its one user, and what is not on every system to a
# condition.
#
#     awk -f tests/check-includes.awk $(find src -name '*.[ch]')
#
# Prints one line for every include that goes where it may not, and exits 1 if there was one.

BEGIN {
	may["base"] = "base"
	may["model"] = "base model"
	may["load"] = "base model load"
	may["query"] = "base model query"
	may["layout"] = "base model query layout"
	may["print"] = "base model query layout print"
	may["ui/core"] = "base model query layout ui/core"
	may["ui/views"] = "base model query layout ui/core ui/views"
	may["term"] = "base term ui/core/grid.h ui/core/input.h layout/style.h"
	may["page"] = "base model load query layout ui/core page"
	may["guard"] = "base guard"
	may["cli"] = may["main.c"] = "base model load query layout print ui/core term guard cli"

	# Each is included by exactly one .c file, so that a library can be understood, and replaced, in one place.
	alone["curses.h"] = alone["yaml.h"] = alone["utf8proc.h"] = alone["term.h"] = alone["fribidi.h"] = 0
	# Waiting is for the loop, and for whoever reads and writes without one.
	polls["base/transfer.c"] = polls["term/wait.c"] = 1
	# What one system alone has stands below a condition, and no file asks for a standard that would hide the rest.
	alien = "^(linux/.*|asm/.*|sys/(inotify|statfs|prctl|syscall|epoll|eventfd|signalfd|random|event)\\.h|pty\\.h|features\\.h|endian\\.h)$"
	other = "^(ncurses.*|ncursesw/.*|termcap\\.h|sys/poll\\.h|sys/select\\.h)$"
}

function wrong(why) {
	printf "%s:%d: %s\n", FILENAME, FNR, why
	found = 1
}

FNR == 1 {
	depth = 0
	room = FILENAME
	sub(/^.*src\//, "", room)
	if (room ~ /\//)
		sub(/\/[^\/]*$/, "", room)
	if (!(room in may))
		wrong("there is no room " room)
}

/^[ \t]*#[ \t]*if/ {
	depth++
}

/^[ \t]*#[ \t]*endif/ {
	depth--
}

/^[ \t]*#[ \t]*define[ \t]+_(POSIX|XOPEN)/ {
	wrong("a standard is asked for in the Makefile, where macOS and the BSDs are not")
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
	split($0, part, "\"")
	file = part[2]
	to = file
	sub(/\/[^\/]*$/, "", to)
	if (file !~ /^[a-z]+(\/[a-z]+)?\/[a-z0-9_]+\.h$/)
		wrong("\"" file "\" is not \"room/file.h\"")
	else if (!index(" " may[room] " ", " " to " ") && !index(" " may[room] " ", " " file " "))
		wrong(room " may not include " file)
}

/^[ \t]*#[ \t]*include[ \t]*</ {
	split($0, part, /[<>]/)
	file = part[2]
	if (file ~ other)
		wrong("<" file ">: there is one way in, <curses.h> and <poll.h>")
	if (file == "poll.h") {
		path = FILENAME
		sub(/^.*src\//, "", path)
		if (!(path in polls))
			wrong("<poll.h>: term/wait.c waits, and base/transfer.c")
	}
	if (file ~ alien && !depth)
		wrong("<" file "> is not there on every system: below an #ifdef")
	if (file in alone) {
		if (FILENAME !~ /\.c$/)
			wrong("<" file "> belongs in a .c file")
		if (alone[file]++)
			wrong("<" file "> is already included by " user[file])
		user[file] = FILENAME
	}
}

END {
	for (file in alone)
		if (!alone[file]) {
			print "src: <" file "> is included by no file"
			found = 1
		}
	exit found
}
