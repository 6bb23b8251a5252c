$TRUCE print -f man --query id:ides tests/data/edges.yaml
