$TRUCE print -f html --compare opening,return tests/data/talks.yaml | sed '/^<style>/,/^<.style>/d'
