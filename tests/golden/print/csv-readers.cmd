# Python's csv reads them: each row has the columns of the head, formulas are none, and words are what JSON has.
cat >"$TMPDIR/formulas.yaml" <<'END'
title: "=1+1"
sources: {s: {type: book, title: "@B"}}
people: {a: {name: "+Ann, the \"first\""}}
events:
  - {id: e, title: "-1+1", date: -0043-03-15, summary: "=cmd|calc", quotes: [{id: q, text: "\t=2,\"x\"\nline", speaker: a, source: s}]}
END
for record in "$TMPDIR/formulas.yaml" tests/data/hostile.yaml tests/data/lesson.yaml; do
	for format in csv csv-events; do $TRUCE print -f $format "$record" 2>/dev/null >"$TMPDIR/$format"; done
	$TRUCE print -f json "$record" 2>/dev/null >"$TMPDIR/json"
	python3 - "$TMPDIR" <<'END'
import csv, json, sys
folder = sys.argv[1]
record = json.load(open(folder + "/json", encoding="utf-8"))
for name in "csv", "csv-events":
    raw = open(folder + "/" + name, "rb").read()
    rows = list(csv.DictReader(open(folder + "/" + name, encoding="utf-8", newline=""), strict=True))
    dates = {"date", "earliest", "latest", "date_os", "event_date", "public"}
    bad = [cell for row in rows for key, cell in row.items() if key not in dates and cell[:1] and cell[0] in "=+-@\t\r"]
    print(name, len(rows), "rows", raw.endswith(b"\r\n"), "bad:", bad, sum(None in row for row in rows))
print([row["date"] for row in rows])
quotes = [quote for event in record["events"] for quote in event.get("quotes", [])]
rows = list(csv.DictReader(open(folder + "/csv", encoding="utf-8", newline="")))
print(sum(row["text"].lstrip("'") == quote["text"] for row, quote in zip(rows, quotes)), "texts of", len(quotes), "are the same")
END
done
head -c 1200 "$TMPDIR/csv" | head -3; $TRUCE print -f csv "$TMPDIR/formulas.yaml" 2>/dev/null; $TRUCE print -f csv-events "$TMPDIR/formulas.yaml" 2>/dev/null
