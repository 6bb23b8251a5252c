$TRUCE print -f html --texts tests/golden/verify/none
