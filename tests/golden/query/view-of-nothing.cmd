for view in early nobody never; do $TRUCE print --brief --view $view tests/golden/check/view-of-nothing.yaml; echo "$view: $?"; done
