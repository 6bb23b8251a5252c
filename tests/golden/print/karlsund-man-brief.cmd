$TRUCE print -f man --brief tests/data/karlsund.yaml
