$TRUCE --list-themes && $TRUCE print --list-themes | cmp - tests/golden/cli/list-themes.out && $TRUCE snapshot --list-themes | cmp - tests/golden/cli/list-themes.out
