$TRUCE snapshot --view asket tests/data/lesson.yaml
