$TRUCE print --view asket tests/data/lesson.yaml
