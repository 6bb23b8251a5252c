$TRUCE print --questions 0 -f gift
