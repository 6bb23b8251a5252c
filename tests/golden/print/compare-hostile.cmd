$TRUCE print -w 60 --compare first,second tests/data/hostile.yaml
