$TRUCE print -f webannotation tests/data/hostile.yaml 2>/dev/null
