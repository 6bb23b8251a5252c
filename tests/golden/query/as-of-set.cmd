$TRUCE print --brief --as-of "[1856-03-30,1881,1883-05]" tests/data/lesson.yaml; $TRUCE print --brief --as-of "[1883-05,1856-03-30]" tests/data/lesson.yaml
