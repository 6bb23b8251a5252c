# Timelines of other programs: what they are, and a line for each kind of thing that has no place in a record.
case $TRUCE in /*) ;; *) TRUCE=$PWD/$TRUCE ;; esac && cd tests/data/timelines && for file in *.json *.csv; do
	$TRUCE check $file
done
echo '= and as records'
$TRUCE print -f yaml women-in-computing.csv
$TRUCE print --brief roses.json
