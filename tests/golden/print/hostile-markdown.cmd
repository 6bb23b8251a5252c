$TRUCE print -f markdown tests/data/hostile.yaml 2>/dev/null
