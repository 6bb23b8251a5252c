$TRUCE print -f markdown tests/data/markdown.yaml 2>/dev/null
