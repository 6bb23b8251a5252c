$TRUCE print -f csv tests/data/hostile.yaml 2>/dev/null
