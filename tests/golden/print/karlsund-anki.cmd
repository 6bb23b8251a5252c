$TRUCE print -f anki tests/data/karlsund.yaml
