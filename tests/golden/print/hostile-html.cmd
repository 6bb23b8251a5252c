$TRUCE print -f html tests/data/hostile.yaml 2>/dev/null | sed '/^<style>/,/^<.style>/d'
