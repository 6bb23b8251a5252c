# What the pages name is there: each link from its page's folder, each file between code marks anywhere.
for page in *.md tests/*.md tests/bench/*.md doc/*.md packaging/*.md; do
	for link in $(grep -o '](\([A-Za-z0-9_./-]*\))' $page | tr -d ']()'); do
		test -e ${page%${page##*/}}$link || echo "$page leads to $link, which is not there"
	done
	for file in $(grep -o '`[a-z0-9_./-]*\.\([ch]\|md\|yaml\|awk\|sh\|py\)`' $page | tr -d '`'); do
		case $file in *.truce.yaml | .pre-commit-config.yaml) continue ;; esac # its reader's
		test -e $file || find src tests scripts doc -path "*/$file" | grep -q . || echo "$page names $file, which is not there"
	done
done
