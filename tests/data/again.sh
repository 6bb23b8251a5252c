#!/bin/sh
# again.sh TRUCE: whatever a sheet is drawn from, the command on its key, as it is read, makes it again to the byte, and
# stands there alone. The commands are printed.
truce=$1 input=/dev/null
again() {
	"$truce" print --worksheet "$@" <"$input" >"$TMPDIR/sheet" || { echo "no sheet: $*" && return; }
	case $* in *'-f man'*) mandoc -T utf8 "$TMPDIR/sheet" ;; *) cat "$TMPDIR/sheet" ;; esac |
		sed "s/.$(printf '\b')//g; s/$(printf '\033')\[[0-9;]*m//g; s/^ *//" >"$TMPDIR/read"
	awk '/^truce print/ { on = 1 } on { print; on = /\\$/ }' "$TMPDIR/read" >"$TMPDIR/command"
	{ echo 'truce() { "$program" "$@"; }' && cat "$TMPDIR/command"; } >"$TMPDIR/run"
	program=$truce sh "$TMPDIR/run" <"$input" >"$TMPDIR/other"
	cmp "$TMPDIR/sheet" "$TMPDIR/other" && cat "$TMPDIR/command"
	[ "$(grep -c '^truce print' "$TMPDIR/read")" = 1 ] || echo "not one command: $*"
	awk '/\f|^Answer key|^ANSWER KEY/ { key = 1 } /truce print/ && !key { print "on the sheet: " $0 }' "$TMPDIR/read"
}
again --seed 1
again --seed 18446744073709551615
again --as-of 2022-03-31 --seed 1
for view in respite two-istanbuls one-announcement as-it-looked; do
	again --seed 5 --view $view
	again --seed 5 --view $view --as-of 2022-04
	again --seed 5 --view $view -Q "-\"o'clock\" -status:disputed"
	again --seed 5 --view $view -Q '2022.. has:quotes' --as-of '2025-05-20?' -w 66
done
again --seed 2 --view lesson -Q 'party:norland,sudmark' tests/data/class.yaml
again --seed 2 --width 52 --ascii --color always --theme dark tests/data/class.yaml
again --seed 2 -f man --query '-"o'\''clock" 1800..1900 -speaker:sund -status:misattributed' tests/data/class.yaml
again --seed 2 --query=-speaker:hale tests/data/class.yaml
input=tests/data/class.yaml
again --seed 3 -
input=/dev/null
cp tests/data/class.yaml "$TMPDIR/it's.yaml"
case $truce in /*) ;; *) truce=$PWD/$truce ;; esac
cd "$TMPDIR" && again --seed 3 -- "it's.yaml"
