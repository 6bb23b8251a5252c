$TRUCE print tests/golden/screen/renderings.yaml; $TRUCE print -Q 1856 --as-of 1857 -f yaml tests/golden/screen/renderings.yaml
