$TRUCE -Q "kind:thesis" tests/data/lesson.yaml | head -4
