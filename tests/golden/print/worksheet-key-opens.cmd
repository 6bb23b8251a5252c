eval "$($TRUCE print --worksheet --seed 44 tests/data/class.yaml | sed -n '/^truce --query/,/[^\\]$/p' | sed 's|^truce|$TRUCE print --quotes-only|')"
