/* csl.js FILE: has the sources judged by the schema and by citation-js, printed by that, and says what is wrong with them.
 * csl.js --refuses FILE: says what the schema takes though it is spoilt, and what of it is not CSL's.
 *
 * csl.schema.json says what truce may write, by the specification of CSL, whose own schema no package has. It is held to lists
 * that others made by it: those of CSL's schema for styles, as citeproc-csl-schemata has them, and those of citation-js. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const assert = require("node:assert");
const Ajv = require("ajv").default;
const { Cite } = require("@citation-js/core");
const { clean } = require("@citation-js/core/lib/plugins/input/csl.js");
require("@citation-js/plugin-csl");
const refuses = process.argv[2] === "--refuses";
const sources = JSON.parse(fs.readFileSync(process.argv[refuses ? 3 : 2], "utf8"));
const schema = JSON.parse(fs.readFileSync("tests/receivers/csl.schema.json", "utf8"));
const validate = new Ajv({ allErrors: true, strictRequired: false, strictTuples: false, strictTypes: false }).compile(schema);
const wrong = [];

function judge() {
	if (!validate(sources))
		wrong.push(...validate.errors.map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
	/* What it does not take for CSL's, it leaves out. */
	clean(sources, false).forEach((taken, n) => {
		try {
			assert.deepStrictEqual(taken, sources[n]);
		} catch (error) {
			wrong.push(`${sources[n].id} is taken by citation-js as something else: ${error.message}`);
		}
	});
	sources.forEach(print);
}

const squeeze = (words) => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function print(source) {
	const cited = (source) => new Cite(source).format("bibliography", { format: "text", template: "apa" });
	let words;
	try {
		words = cited(source);
		if (words !== cited({ ...source, note: undefined }))
			wrong.push(`${source.id} is printed otherwise for its note: ${words}`);
	} catch (error) {
		wrong.push(`${source.id} with ${JSON.stringify(source.issued)} is refused: ${error}`);
		return;
	}
	if (!squeeze(words).includes(squeeze((source.title || source["container-title"]).split(/\s+/).slice(0, 2).join(" "))))
		wrong.push(`${source.id} is printed as ${words}`);
	if (source.issued && words.includes("n.d.") && !source.issued.literal)
		wrong.push(`${source.id} has lost its date: ${words}`);
}

/* Whole, but for one thing. */
const spoilt = [
	{ type: undefined }, { type: "Book" }, { type: "book-review" }, { id: undefined }, { id: "" }, { id: ["a"] },
	{ short: "S" }, { archived: "https://example.org/" }, { Title: "T" }, { title: "" }, { title: null }, { title: ["T"] },
	{ volume: 3 }, { URL: {} }, { custom: {} }, { custom: { short: 1 } }, { custom: { sha256: "0" } }, { custom: { other: "1" } },
	{ author: "Varga, Ilona" }, { author: [] }, { author: ["Varga"] }, { author: [{}] }, { author: [{ family: "Varga" }] },
	{ author: [{ literal: "OSW", given: "A" }] }, { author: [{ family: "V", given: "I", literal: "V, I" }] },
	{ author: [{ family: "V", given: "" }] }, { editor: [{ name: "V" }] }, { recipient: [{ literal: "V" }] },
	{ issued: "1918" }, { issued: 1918 }, { issued: {} }, { issued: { edtf: "1918" } }, { issued: { raw: "1918" } },
	{ issued: { "date-parts": [] } }, { issued: { "date-parts": [1918, 3] } }, { issued: { "date-parts": [["1918"]] } },
	{ issued: { "date-parts": [[0]] } }, { issued: { "date-parts": [[1918, 0]] } }, { issued: { "date-parts": [[1918, 13]] } },
	{ issued: { "date-parts": [[1918, 3, 32]] } }, { issued: { "date-parts": [[1918, 3, 3, 12]] } },
	{ issued: { "date-parts": [[1917], [1918], [1919]] } }, { issued: { "date-parts": [[1917, 12], [1918]] } },
	{ issued: { "date-parts": [[1918.5]] } }, { issued: { "date-parts": [[1918]], circa: 1 } },
	{ issued: { "date-parts": [[1918]], literal: "1918" } }, { issued: { literal: "" } }, { issued: { literal: "1918", circa: true } },
	{ accessed: null }, { accessed: [[2024]] },
];

function refuse() {
	const whole = sources.find((source) => source.author && source.issued && source.custom);
	if (!validate([whole]))
		wrong.push("what is whole is refused");
	for (const spoil of spoilt)
		if (validate(JSON.parse(JSON.stringify([{ ...whole, ...spoil }]))))
			wrong.push(`${JSON.stringify(spoil)} is taken`);
}

/* Those of CSL 1.0.1: what came with 1.0.2, and is not in the schema for styles since it is no variable, is named here. */
function compare() {
	const folder = path.dirname(require("citeproc-csl-schemata").csl);
	const words = (name) => new Set(fs.readFileSync(path.join(folder, name), "utf8").match(/"[^"]+"/g).map((word) => word.slice(1, -1)));
	const types = words("csl-types.rnc"), variables = words("csl-variables.rnc");
	const later = ["classic", "collection", "document", "event", "hearing", "performance", "periodical", "regulation", "software",
		"standard"];
	const ours = schema.items.properties;
	const beyond = (list, theirs, more) => list.filter((word) => !theirs.has(word) && !more.includes(word));
	wrong.push(...beyond(ours.type.enum, types, later).map((type) => `${type} is no type of CSL`));
	wrong.push(...beyond([...types], new Set(ours.type.enum), []).map((type) => `there is no type ${type}`));
	wrong.push(...beyond(Object.keys(ours), variables, ["type", "id", "language", "custom"]).map((key) => `${key} is no variable of CSL`));
}

if (refuses) {
	refuse();
	compare();
} else
	judge();
wrong.slice(0, 10).forEach((line) => console.log(line));
process.exit(wrong.length || !sources.length ? 1 : 0);
