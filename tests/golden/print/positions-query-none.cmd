$TRUCE print --positions -Q id:lenin-respite
