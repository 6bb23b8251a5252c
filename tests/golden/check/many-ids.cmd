# Of what is shown of thousands of misspelt ids in several files, all say what was meant.
mkdir "$TMPDIR/many-ids" && awk -v folder="$TMPDIR/many-ids" 'BEGIN {
	for (f = 1; f <= 5; f++) {
		out = folder "/" f ".yaml"
		if (f == 1) {
			print "title: T\npeople:" >out
			for (i = 0; i < 2500; i++)
				printf "  person%05dx%c: {name: Name %d}\n", i, 97 + i % 26, i >out
		}
		print "events:" >out
		for (i = f * 500 - 500; i < f * 500; i++)
			printf "  - {id: e%d, date: 1900, title: E, people: [person%05dy%c]}\n", i, i, 97 + i % 26 >out
	}
}' && $TRUCE check "$TMPDIR"/many-ids/*.yaml | grep -c 'did you mean'
rm -r "$TMPDIR/many-ids"
