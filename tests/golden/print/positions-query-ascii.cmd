$TRUCE print --positions --ascii -w 60 -Q id:hale-river,brandt-river tests/data/talks.yaml
