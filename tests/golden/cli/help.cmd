for command in "" print check verify snapshot; do $TRUCE $command --help; echo "= $?"; done
