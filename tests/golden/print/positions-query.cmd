$TRUCE print --positions -Q theme:neutrality
