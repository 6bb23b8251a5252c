$TRUCE print -f html tests/data/scripts.yaml | sed '/^<style>/,/^<.style>/d'
