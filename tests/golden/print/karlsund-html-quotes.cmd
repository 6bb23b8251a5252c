$TRUCE print -f html --quotes-only tests/data/karlsund.yaml | sed '/^<style>/,/^<.style>/d'
