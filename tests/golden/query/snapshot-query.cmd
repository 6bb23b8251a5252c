$TRUCE snapshot --query "ink speakr:x" tests/data/lesson.yaml
