$TRUCE print --ascii --compare hale-river,brandt-river tests/data/talks.yaml
