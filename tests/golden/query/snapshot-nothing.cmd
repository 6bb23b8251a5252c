$TRUCE snapshot --query nosuchword --size 60x12 tests/data/lesson.yaml
