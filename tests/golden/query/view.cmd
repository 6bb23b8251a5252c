$TRUCE print --brief -w 72 --view both tests/data/lesson.yaml
