$TRUCE print -f man --quotes-only tests/data/karlsund.yaml
