$TRUCE print -Q '--ceasefire'; $TRUCE print --brief -Q '--0043 1918'
