for two in hale-ink,lind-river hale-ink,brandt-map; do $TRUCE print --compare $two -f html tests/data/class.yaml | grep -A3 '>words<'; done
for two in kirby-repositioning,us-redeployment chaly-neutrality,memorandum-russia-neutrality; do $TRUCE print --compare $two -f html | grep -A3 '>words<'; done
