$TRUCE print -f markdown --compare first,second tests/data/markdown.yaml 2>/dev/null
