# By Anki's rules: heads first, then lines of as many fields as there are columns, ids that are there once.
for record in events.yaml tests/data/hostile.yaml; do $TRUCE print -f anki "$record" 2>/dev/null | python3 -c '
import csv, io, sys
import xml.etree.ElementTree as tree
text = sys.stdin.buffer.read().decode()
lines = text.split("\n")
heads = dict(line[1:].split(":", 1) for line in lines if line.startswith("#"))
rows = list(csv.reader(io.StringIO("\n".join(line for line in lines if not line.startswith("#")), newline=""), delimiter="\t", strict=True))
print(heads)
print(len(rows), {len(row) for row in rows}, len({row[0] for row in rows}))
for row in rows:
    for field in row[1:3]:
        tree.fromstring("<x>" + field + "</x>")
'; done
