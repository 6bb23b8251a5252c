$TRUCE print -f html --worksheet --seed 44 tests/data/class.yaml | sed '/^<style>/,/^<.style>/d'
