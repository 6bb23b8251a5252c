# Only the sources of what is selected: by a query, by a view, as of a day.
for what in '-Q speaker:orlov' '--as-of 1860' '--view alone'; do for format in csl-json biblatex; do echo "--- $what $format"; $TRUCE print $what -f $format tests/data/lesson.yaml | grep '"id"\|^@'; done; done
