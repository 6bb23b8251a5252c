$TRUCE print -f json | jq -e ".events | length" && $TRUCE print -f jsonl | jq -c .id | wc -l && $TRUCE print -f json tests/data/hostile.yaml 2>/dev/null | jq ".events | length"
