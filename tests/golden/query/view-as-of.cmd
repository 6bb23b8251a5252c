$TRUCE print --brief -w 72 --view alone -Q ink tests/data/lesson.yaml
