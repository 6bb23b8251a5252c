# Signs of the form in each place; the same seed asks the same, another one not; as many as asked, and no more than there are.
$TRUCE print -f gift --seed 44 tests/golden/print/gift.yaml 2>/dev/null
$TRUCE print -f gift --seed 44 >"$TMPDIR/a" && $TRUCE print -f gift --seed 44 | cmp - "$TMPDIR/a"
$TRUCE print -f gift --seed 45 | cmp -s - "$TMPDIR/a"; echo "$?"
for count in 1 25 1000; do $TRUCE print -f gift --seed 44 --questions $count >"$TMPDIR/b"; sed 1q "$TMPDIR/b"; grep -c '^::' "$TMPDIR/b"; grep '^::' "$TMPDIR/b" | sort | uniq -d; done
$TRUCE print -f gift --seed 44 --questions 1000 -Q speaker:lavrov | grep -o '####[^,]*' | sort | uniq -c
printf 'title: T\nevents: [{id: e, title: E, date: 1900}]\n' | $TRUCE print -f gift --seed 1 -
