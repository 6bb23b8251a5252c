$TRUCE print -f html --brief tests/data/karlsund.yaml | sed '/^<style>/,/^<.style>/d'
