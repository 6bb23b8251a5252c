$TRUCE print -f biblatex tests/data/hostile.yaml 2>/dev/null
