$TRUCE snapshot -f html --size 40x10 --keys "jj" tests/data/hostile.yaml | tee $TMPDIR/p.html && if command -v xmllint >/dev/null; then xmllint --noout $TMPDIR/p.html; fi
