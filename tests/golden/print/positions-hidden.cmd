for format in text man; do for day in 1880 1881; do $TRUCE print -f $format --as-of $day tests/data/lesson.yaml | grep -c 'Accepts the line'; done; done
