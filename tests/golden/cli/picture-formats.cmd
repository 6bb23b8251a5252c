$TRUCE snapshot -f ansi --color never --size 40x6 tests/data/lesson.yaml; $TRUCE snapshot -f ansi --size 40x6 tests/data/lesson.yaml; $TRUCE snapshot --list-formats; $TRUCE snapshot -f png
