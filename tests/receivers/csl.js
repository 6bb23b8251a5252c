/* csl.js FILE: prints the sources by citation-js, and says what is wrong with them. */
"use strict";
const fs = require("node:fs");
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-csl");
const sources = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));

/* Those of the schema of CSL 1.0.2 that truce has a use for. */
const keys = new Set(["id", "type", "author", "editor", "translator", "issued", "accessed", "title", "container-title", "publisher",
	"publisher-place", "volume", "issue", "page", "edition", "archive", "archive_location", "URL", "DOI", "ISBN", "language", "note",
	"annote", "custom"]);
const dates = new Set(["date-parts", "circa", "literal"]);
const wrong = [];
for (const source of sources) {
	for (const key of Object.keys(source))
		if (!keys.has(key))
			wrong.push(`${source.id} has ${key}`);
	for (const date of [source.issued, source.accessed])
		for (const key of Object.keys(date || {}))
			if (!dates.has(key) || (date["date-parts"] || []).some((parts) => parts[0] === 0))
				wrong.push(`${source.id} has the date ${JSON.stringify(date)}`);
	const words = new Cite(source).format("bibliography", { format: "text", template: "apa" });
	if (!(source.title || source["container-title"]).split(/\W+/).slice(0, 2).every((word) => words.includes(word)))
		wrong.push(`${source.id} is printed as ${words}`);
	if (source.issued && words.includes("n.d.") && !source.issued.literal)
		wrong.push(`${source.id} has lost its date: ${words}`);
}
wrong.slice(0, 10).forEach((line) => console.log(line));
process.exit(wrong.length ? 1 : 0);
