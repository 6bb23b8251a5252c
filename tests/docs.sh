#!/bin/sh
# docs.sh: pages of doc/ that tell their reader what to do are done, by a truce in a folder of its own, with beside it what
# is installed: docs.py says how. UPDATE=1 writes what came into them.
set -u
TRUCE=$(realpath "${TRUCE:-build/release/truce}") && TMPDIR=$(mktemp -d) || exit 2
export TRUCE TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
. tests/data/beside.sh
mkdir "$BESIDE/share/vim" && cp -R tools/vim "$BESIDE/share/vim/vimfiles" &&
	cp truce.schema.json "$BESIDE/share/truce" || exit 2
passed=0 failed=0
for page in tutorial teaching faq editors; do
	if said=$(python3 tests/docs.py "$BESIDE/bin/truce" doc/$page.md); then
		passed=$((passed + 1))
	else
		failed=$((failed + 1)) && printf '%s\n' "$said"
	fi
done
echo "$passed passed, $failed failed"
test $failed = 0
