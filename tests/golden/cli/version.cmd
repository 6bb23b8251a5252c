$TRUCE --version | sed 's/^\(truce\) [0-9][0-9.]* ([0-9-]*)$/\1 VERSION (DAY)/; 2d'
