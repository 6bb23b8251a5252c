# A record to begin with: nothing for check to say, its words proved, shown, presented and printed.
say() { "$@"; echo "= $?"; }
mkdir -p $TMPDIR/golden/blank/texts && blank=$TMPDIR/golden/blank/lesson.truce.yaml
$TRUCE print --blank >$blank; echo "= $?"; cmp $blank src/cli/blank.yaml
say $TRUCE check --strict $blank
cp tests/data/letters-1865.txt $TMPDIR/golden/blank/texts
(cd $TMPDIR/golden/blank && say $OLDPWD/$TRUCE verify --texts texts lesson.truce.yaml)
say $TRUCE snapshot --keys j $blank
say $TRUCE print -w 70 --plan letters $blank
say $TRUCE print -f yaml $blank
for words in $blank --brief '-f json' '-w 80' '--as-of 1918' --ascii; do say $TRUCE print --blank $words 2>&1; done
say $TRUCE print --worksheet --seed 1 -w 70 - <$blank | head -n 22
