#!/bin/sh
# receivers.sh NAME : what truce prints, opened by a program that it is for: tests/receivers/NAME.sh says by which, and what
# has to come of it. Where that is not there, it is told and passed over (status 77); `make receivers` installs it.
#
# A receiver is shell, read by this one. At its head stand the programs that it needs ("# needs: xmllint") and the packages of
# npm ("# npm: axe-core"), which are in build/receivers. It has $TRUCE, a folder of its own, $FOLDER, and these words:
set -u
name=$1
receiver=tests/receivers/$name.sh
TRUCE=${TRUCE:-build/release/truce}
NODE_PATH=$PWD/${BUILD:-build}/receivers/node_modules
FOLDER=$(mktemp -d) || exit 2
export TRUCE NODE_PATH FOLDER
trap 'rm -rf "$FOLDER"' EXIT
passed=0 failed=0

# expect STATUS WHAT: of the command before.
expect() {
	if test "$1" = 0; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$name: $2"
	fi
}

# A page of each kind, and of records that are not easy: what it is called, and the words behind `truce print`. In a short
# run (without LONG) those with a + alone.
pages() {
	every_page | sed -n "${LONG:+s/^[^+]/+&/;}s/^+//p"
}
every_page() {
	cat <<END
+record tests/data/karlsund.yaml
view --view moved $FOLDER/plan.yaml
+plan --plan moved $FOLDER/plan.yaml
selection -Q speaker:orlov --as-of 1890 tests/data/class.yaml
brief --brief tests/data/forty.yaml
long-brief --brief
quotes --quotes-only tests/data/originals.yaml
+compare --compare opening,return tests/data/talks.yaml
+positions --positions tests/data/talks.yaml
+worksheet --worksheet --seed 44 tests/data/class.yaml
sheet --worksheet --seed 44
+two --two-up tests/data/karlsund.yaml tests/data/ukrainian.yaml tests/data/forty.yaml
two-brief --two-up --brief tests/data/forty.yaml
two-plan --two-up --plan moved $FOLDER/plan.yaml
+two-arabic --two-up tests/data/arabic.yaml
several tests/data/karlsund.yaml tests/data/ukrainian.yaml
+hostile tests/data/hostile.yaml
+traps tests/data/markdown.yaml
scripts tests/data/scripts.yaml
ukrainian tests/data/ukrainian.yaml
+arabic tests/data/arabic.yaml
+chinese tests/data/chinese.yaml
END
}

# pages_print FORMAT ENDING: prints each of them that the format has as $FOLDER/NAME.ENDING.
pages_print() {
	cat tests/data/talks.yaml tests/golden/print/plan.part >"$FOLDER/plan.yaml"
	pages | while read -r page words; do
		$TRUCE print -f "$1" $words >"$FOLDER/$page.$2" 2>"$FOLDER/said" || {
			rm "$FOLDER/$page.$2"
			grep -q ' is printed as ' "$FOLDER/said" || { echo "$page: $(cat "$FOLDER/said")" && echo >"$FOLDER/$page.failed"; }
		}
	done
	expect "$(ls "$FOLDER"/*.failed 2>/dev/null | wc -l)" "not all pages are printed as $1"
}

missing=
for program in $(sed -n 's/^# needs: //p' "$receiver"); do
	command -v "$program" >/dev/null 2>&1 || missing="$missing, $program"
done
for package in $(sed -n 's/^# npm: //p' "$receiver"); do
	test -d "$NODE_PATH/$package" || missing="$missing, $package of npm"
done
if test -n "$missing"; then
	echo "skipped: $name (there is no ${missing#, })"
	exit 77
fi
. "./$receiver"
echo "$passed passed, $failed failed"
test $failed = 0
