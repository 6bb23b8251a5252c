. tests/data/beside.sh
# Where a page begins: at the card, in the plan that was asked for, at a place in it.
for words in "" "--view respite" "--view respite --at lenin-respite" "--view as-it-looked --seed 7"; do
	echo "($words)" && $BESIDE/bin/truce print -f page $words | sed -n '/id="place"/,/script>/p'
done
