$TRUCE print --worksheet -f json
