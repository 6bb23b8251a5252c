# An export of Hypothes.is: what there is to finish, the record, and that its words are found in the page.
case $TRUCE in /*) ;; *) TRUCE=$PWD/$TRUCE ;; esac
mkdir -p $TMPDIR/golden/pages && cp tests/data/hypothesis.json $TMPDIR/golden && cd $TMPDIR/golden
$TRUCE check hypothesis.json
$TRUCE print -f yaml hypothesis.json >marked.yaml
cat marked.yaml
$TRUCE check marked.yaml
echo 'On that very dawn he said: “We have spent more ink than blood”, and the others: “Ink dries, too.”' >pages/the-mill-papers.txt
$TRUCE verify --texts pages hypothesis.json
