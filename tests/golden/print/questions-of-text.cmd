$TRUCE print --questions 3
