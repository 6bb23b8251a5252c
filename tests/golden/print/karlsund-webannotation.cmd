$TRUCE print -f webannotation tests/data/karlsund.yaml
