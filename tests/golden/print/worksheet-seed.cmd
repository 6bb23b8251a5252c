$TRUCE print --worksheet --seed four
