$TRUCE print -Q id:much,gone -f yaml tests/golden/screen/renderings.yaml
