$TRUCE print -f spreadsheet tests/data/karlsund.yaml
