$TRUCE print -Q "$(printf 'id:\033]0;x')" tests/data/lesson.yaml
