$TRUCE print -f anki tests/data/hostile.yaml 2>/dev/null
