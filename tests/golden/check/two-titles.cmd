$TRUCE check tests/golden/check/two-titles.yaml tests/golden/check/two-titles.part
