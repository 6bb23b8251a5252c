# Each example of truce(1) is run as it stands, in a folder that has what it asks for; so is each command that truce(5) sets off.
cp tests/data/karlsund.yaml $TMPDIR/lesson.yaml
cp tests/data/timelines/roses.json $TMPDIR/old.json
cp tests/data/zotero.json $TMPDIR/zotero.json
mkdir -p $TMPDIR/texts $TMPDIR/DIR
here=$(pwd)
. tests/data/beside.sh
ln -sf "$BESIDE/bin/truce" "$TMPDIR/truce"
command -v less >/dev/null || { printf '#!/bin/sh\ncat\n' >$TMPDIR/less && chmod +x $TMPDIR/less; }
command -v pandoc >/dev/null || { printf '#!/bin/sh\nfor file; do :; done\ncat >"$file"\n' >$TMPDIR/pandoc && chmod +x $TMPDIR/pandoc; }
sed -n '/^\.\\" examples/,/^\.\\" end of examples/s/^\.Dl //p' man/truce.1 >$TMPDIR/examples
sed -n 's/^\.Dl \(truce .*\)/\1/p' man/truce.5 >>$TMPDIR/examples
cd $TMPDIR
export PATH=$TMPDIR:$PATH
while read -r example; do
	LESS=-E sh -c "$example" >said 2>complaint </dev/null
	status=$?
	file=$(echo "$example" | sed -n 's,.*\( > \| -o \)\([^ ]*\)$,\2,p')
	echo "$status $example$(test -s "${file:-said}" || echo " (nothing comes)")"
	cat complaint
done <examples
cd "$here"
