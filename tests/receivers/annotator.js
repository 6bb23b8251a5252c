/* annotator.js COLLECTION TEXT [SOURCE]: how many of the words are found once in the text, and which are not; those of one source
 * alone, which is known by its address or title. */
"use strict";
const fs = require("node:fs");
const { JSDOM } = require("jsdom");

async function main() {
	const { createTextQuoteSelectorMatcher } = await import(`file://${process.env.NODE_PATH}/@apache-annotator/dom/lib/index.js`);
	const collection = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
	const dom = new JSDOM("<!doctype html><body></body>");
	for (const name of ["window", "document", "Node", "NodeFilter", "Range", "Text"])
		globalThis[name] = name === "window" ? dom.window : dom.window[name];
	dom.window.document.body.textContent = fs.readFileSync(process.argv[3], "utf8").replace(/\s+/g, " ");
	const source = process.argv[4], ours = (target) => !source || target.source.id === source || target.source.label.includes(source);
	let once = 0, asked = 0, wrong = collection.total !== collection.first.items.length;
	for (const note of collection.first.items)
		for (const target of note.target.filter(ours)) {
			let count = 0;
			for await (const range of createTextQuoteSelectorMatcher(target.selector)(dom.window.document.body))
				count += range.toString() === target.selector.exact;
			asked++;
			once += count === 1;
			if (count !== 1) {
				wrong = true;
				console.log(`found ${count} times: ${JSON.stringify(target.selector)}`);
			}
		}
	console.log(`${once} of ${asked} found once`);
	process.exit(wrong ? 1 : 0);
}

main();
