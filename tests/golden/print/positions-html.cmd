$TRUCE print -f html --positions tests/data/talks.yaml | sed '/^<style>/,/^<.style>/d'
