$TRUCE print -w 72 -Q '-speaker:orlov theme:river' tests/data/rounds.yaml
