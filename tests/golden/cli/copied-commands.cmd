at=$PWD/$TRUCE data=$PWD/tests/data; case $TRUCE in /*) at=$TRUCE ;; esac; cd "$TMPDIR" && sh "$data/commands.sh" "$at" "$data/class.yaml"
