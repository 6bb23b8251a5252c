# needs: node
# npm: gift-pegjs
# A reader of GIFT: each stem, choice and feedback is what the quiz says, one choice is right, and a record full of traps
# breaks out of none of them.

for record in '' tests/data/class.yaml 'tests/data/hostile.yaml tests/data/karlsund.yaml' tests/golden/print/gift.yaml; do
	$TRUCE print -f gift --seed 44 --questions 200 $record >"$FOLDER/bank.gift" 2>"$FOLDER/said"
	expect $? "$record: $(cat "$FOLDER/said")"
	node tests/receivers/gift.js "$FOLDER/bank.gift" >"$FOLDER/out"
	expect $? "$record: $(cat "$FOLDER/out")"
done
