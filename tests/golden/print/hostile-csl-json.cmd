$TRUCE print -f csl-json tests/data/hostile.yaml 2>/dev/null
