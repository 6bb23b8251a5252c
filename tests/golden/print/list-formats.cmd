$TRUCE print --list-formats
