$TRUCE verify --texts tests/golden/verify/texts - <tests/golden/verify/two.yaml; echo title: Nothing | $TRUCE verify --texts tests/golden/verify/texts -
