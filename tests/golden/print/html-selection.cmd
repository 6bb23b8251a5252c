$TRUCE print -f html --as-of 2022-03-30 -Q 'speaker:peskov' | sed '/^<style>/,/^<.style>/d' | head -n 60
