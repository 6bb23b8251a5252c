$TRUCE snapshot -f svg --size 40x10 --keys "jj" --theme light tests/data/scripts.yaml
