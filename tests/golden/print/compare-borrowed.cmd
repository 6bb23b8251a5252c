$TRUCE print --compare peskov-terms,istanbul-round -w 100
