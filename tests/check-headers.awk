# Holds headers to what they are for.
#
#     awk -f tests/check-headers.awk $(find src tools -name '*.[ch]')
#
# Prints one line for every header that only its own .c file includes, for every header that comes to include itself,
# and for every module of ui (a .c file with its header) that comes to include itself; exits 1 if there was one.

function module(file) {
	sub(/\.[ch]$/, "", file)
	return file
}

# Adds an arrow to a graph; `next_of` has what a node leads to, between blanks.
function arrow(graph, from, to) {
	if (from != to && !index(next_of[graph, from], " " to " "))
		next_of[graph, from] = next_of[graph, from] (next_of[graph, from] ? "" : " ") to " "
}

# The way from a node back to the first, in words; "" for none.
function way_back(graph, first, node, seen,    after, count, i, way) {
	count = split(next_of[graph, node], after, " ")
	for (i = 1; i <= count; i++) {
		if (after[i] == first)
			return " includes " first
		if (after[i] in seen)
			continue
		seen[after[i]]
		way = way_back(graph, first, after[i], seen)
		if (way)
			return " includes " after[i] "," way
	}
	return ""
}

function wrong(why) {
	print why
	found = 1
}

FNR == 1 {
	file = FILENAME
	sub(/^.*src\//, "", file)
	files[file]
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
	split($0, part, "\"")
	to = part[2]
	if (module(file) != module(to))
		users[to]++
	if (file ~ /\.h$/)
		arrow("header", file, to)
	if (file ~ /^ui\// && to ~ /^ui\//)
		arrow("module", module(file), module(to))
}

END {
	for (file in files) {
		if (file !~ /\.h$/)
			continue
		if (!users[file])
			wrong(file ": only its own .c file includes it")
		split("", seen)
		way = way_back("header", file, file, seen)
		if (way)
			wrong(file way)
		split("", seen)
		way = way_back("module", module(file), module(file), seen)
		if (way)
			wrong(module(file) way)
	}
	exit found
}
