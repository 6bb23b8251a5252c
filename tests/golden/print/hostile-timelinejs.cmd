$TRUCE print -f timelinejs tests/data/hostile.yaml 2>/dev/null
