$TRUCE print --compare opening,return -Q speaker:hale,brandt tests/data/talks.yaml
