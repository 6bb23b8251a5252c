for plan in rounds pages; do $TRUCE print --plan $plan tests/data/plan.yaml | grep -E '^[0-9]+\. | scenes'; done
