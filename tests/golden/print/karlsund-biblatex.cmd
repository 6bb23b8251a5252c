$TRUCE print -f biblatex tests/data/karlsund.yaml
