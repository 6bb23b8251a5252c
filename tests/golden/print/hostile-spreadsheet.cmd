$TRUCE print -f spreadsheet tests/data/hostile.yaml 2>/dev/null
