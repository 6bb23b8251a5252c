/* works.js: prints a record in which each type of work has a source, with every field of one and traps in each, and whose
 * dates are, one after the other, all that a date can be. */
"use strict";
const fs = require("node:fs");
const form = JSON.parse(fs.readFileSync("truce.schema.json", "utf8")).definitions.source.properties;
const dates = fs.readFileSync("tests/data/dates_vectors.tsv", "utf8").split("\n")
	.map((line) => line.split("\t")).filter((row) => row[1] === "yes").map((row) => row[0]);
const traps = "\"}],[{\\ \\\\ \u001b[31m \u202e <b>&amp;</b> {\\em %@# $_^~ \u2028 \u0301 '' `` [^1] \ud83d\udc4d \n\n} , = 1";
const meant = {
	URL: "https://example.org/a_b/%7B?c=d&e={f}#g", archived: "https://example.org/a_b/%7D", sha256: "0".repeat(64), language: "grc",
	author: `Family, ${traps}; Family, Given; Only`, DOI: "10.1000/{x}_y", ISBN: "978-3-16-148410-0",
	/* What some programs take for fields. */
	note: "type: thesis\npublisher: Nobody\nDOI: 10.1/none {:title: Another} {:issued: 1700}",
};
const sources = {};
let next = 0;
for (const type of form.type.enum)
	for (let n = 0; n < Math.ceil(dates.length / 2 / form.type.enum.length); n++) {
		const work = { type };
		for (const field of Object.keys(form).filter((field) => field !== "type"))
			work[field] = form[field].allOf && form[field].allOf.some((part) => /date/.test(part.$ref)) ? dates[next++ % dates.length]
				: meant[field] || `Work ${type} ${field} ${traps}`;
		sources[`work-${type.replace(/_/g, "-")}-${n}`] = work;
	}
console.log(JSON.stringify({ title: "Works", sources, events: [{ id: "e", date: "1918", title: "E", source: Object.keys(sources) }] })
	.replace(/[^ -~]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0")));
