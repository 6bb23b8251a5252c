# Records and selections that have little or nothing: each command says so, with its status.
people='people: {ann: {name: Ann, party: north}, bob: {name: Bob, party: south}}
parties: {north: {name: North}, south: {name: South}}
sources: {s: {type: book, title: B}}
themes: {river: {title: The river}}'
first='  - {id: a, title: First, date: 1900-05-01, parties: [north, south], quotes: [{id: qa, text: The river is ours and was., speaker: ann, source: s}]}'
last='  - {id: d, title: Fourth, date: 1930-05-01, parties: [north, south], positions: [{issue: river, party: south, text: keeps it, source: s}], quotes: [{id: qd, text: We shall keep the river., speaker: bob, source: s}]}'
record() {
	printf 'title: T\n'
	case $1 in
	events) printf 'events: [{id: a, title: First, date: 1900}, {id: d, title: Second, date: 1910}]\n' ;;
	one) printf '%s\nevents:\n%s\n' "$people" "$first" ;;
	all) printf '%s\nevents:\n%s\n%s\nviews: {v: {title: V, query: not-there}}\n' "$people" "$first" "$last" ;;
	esac
}
try() {
	of=$1
	shift
	printf '%s\n' "--- $of: $*"
	record "$of" | $TRUCE "$@" - 2>&1
	echo "= $?"
}
for of in empty events one; do
	for how in --brief --quotes-only --positions "--compare a,d" "--worksheet --seed 1"; do
		try $of print $how
	done
	try $of check -q
	try $of snapshot --size 60x3 --keys c
done
for what in "--as-of 0001" "--view v" "-Q kind:thesis"; do
	for how in --brief --quotes-only --positions "--compare a,d" "--worksheet --seed 1" "-f jsonl"; do
		try all print $how $what
	done
	try all snapshot --size 60x3 --keys c $what
done
for how in "--compare a,d" "--worksheet --seed 1"; do
	try all print $how -Q id:d
done
