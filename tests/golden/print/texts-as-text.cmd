$TRUCE print --texts tests/golden/verify/texts
