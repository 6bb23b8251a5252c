. tests/data/beside.sh && $BESIDE/bin/truce print -f page --at hale-ink --seed 7 tests/data/rounds.yaml | page_said
