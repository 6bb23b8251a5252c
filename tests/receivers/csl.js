/* csl.js FILE: has the sources judged by the schema, prints them by citation-js, and says what is wrong with them.
 *
 * csl.schema.json holds what of CSL 1.0.2 truce writes, since no package has CSL's own (csl-data.json), by which it was made. */
"use strict";
const fs = require("node:fs");
const Ajv = require("ajv").default;
const { Cite } = require("@citation-js/core");
require("@citation-js/plugin-csl");
const sources = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const wrong = [];
const validate = new Ajv({ allErrors: true, strictRequired: false, strictTuples: false })
	.compile(JSON.parse(fs.readFileSync("tests/receivers/csl.schema.json", "utf8")));
if (!validate(sources))
	wrong.push(...validate.errors.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));

const squeeze = (words) => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
for (const source of sources) {
	let words;
	try {
		words = new Cite(source).format("bibliography", { format: "text", template: "apa" });
	} catch (error) {
		wrong.push(`${source.id} with ${JSON.stringify(source.issued)} is refused: ${error}`);
		continue;
	}
	if (!squeeze(words).includes(squeeze((source.title || source["container-title"]).split(/\s+/).slice(0, 2).join(" "))))
		wrong.push(`${source.id} is printed as ${words}`);
	if (source.issued && words.includes("n.d.") && !source.issued.literal)
		wrong.push(`${source.id} has lost its date: ${words}`);
}
wrong.slice(0, 10).forEach((line) => console.log(line));
process.exit(wrong.length || !sources.length ? 1 : 0);
