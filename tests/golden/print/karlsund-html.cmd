$TRUCE print -f html tests/data/karlsund.yaml
