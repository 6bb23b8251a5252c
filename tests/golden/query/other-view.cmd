$TRUCE print --view xyzzy tests/data/lesson.yaml
