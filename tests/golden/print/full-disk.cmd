for format in text man html yaml json jsonl; do $TRUCE print -f $format >/dev/full 2>/dev/null; echo $?; done
