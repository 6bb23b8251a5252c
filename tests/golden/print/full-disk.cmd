for format in $($TRUCE print --list-formats | cut -d ' ' -f 1); do $TRUCE print -f $format >/dev/full 2>/dev/null; echo $format $?; done
