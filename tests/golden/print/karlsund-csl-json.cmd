$TRUCE print -f csl-json tests/data/karlsund.yaml
