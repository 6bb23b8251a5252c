$TRUCE print -f csv-events tests/data/hostile.yaml 2>/dev/null
