# Each format and page, and each picture: a full disk, a closed output, a file that may not grow, a reader that is gone.
fails() { said=$($1 2>&1 >/dev/full); echo "$2: $said $?"; }
for format in $($TRUCE print --list-formats | cut -d ' ' -f 1); do
	fails "$TRUCE print -f $format" $format
	$TRUCE print -f $format 2>&1 >&-
	(ulimit -f 1; trap '' XFSZ; $TRUCE print -f $format >$TMPDIR/file 2>$TMPDIR/why; echo $? && cat $TMPDIR/why)
done 2>&1 | sort | uniq -c | sed 's/^ *//'
for page in "--plan respite" --positions "--compare istanbul-round,direct-talks-2025" "--worksheet --seed 1" --brief --quotes-only; do
	for format in text html; do fails "$TRUCE print $page -f $format" "$page, $format"; done
done
fails "$TRUCE print --blank" --blank
for format in $($TRUCE snapshot --list-formats | cut -d ' ' -f 1); do fails "$TRUCE snapshot -f $format" "snapshot, $format"; done
for command in print check 'snapshot -f svg' 'verify --texts .' 'print --list-formats' 'print --help'; do fails "$TRUCE $command" "$command"; done
{ { $TRUCE print -f json; echo "a reader that is gone: $?" >&3; } | head -c 0; } 3>&1
