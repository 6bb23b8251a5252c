/* native.js: the picture that `truce snapshot` makes, as cells: of each row, for each column, the text that begins there ("" behind
 * a wide one) and its ink. */
"use strict";
const { execFile } = require("node:child_process");

const truce = process.env.TRUCE || "build/release/truce";
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: "\"", "#39": "'" };

/* At most two at a time. */
const queue = [];
let running = 0;

function next() {
	while (running < 2 && queue.length) {
		running++;
		queue.shift()();
	}
}

/* What a command prints. */
function ask(words) {
	return new Promise((resolve, reject) => {
		queue.push(() => execFile(truce, words, { encoding: "utf8", maxBuffer: 1 << 28 }, (error, out, said) => {
			running--;
			next();
			if (error)
				reject(new Error(`truce ${words.join(" ")}: ${said || error.message}`));
			else
				resolve(out);
		}));
		next();
	});
}

function plain(text) {
	return text.replace(/&(amp|lt|gt|quot|#39);/g, (all, name) => ENTITIES[name]);
}

/* The cells of a row: what stands outside a span, or in one that is not one of c1 and c2, is a character a column. */
function row_cells(line, paper) {
	const cells = [];
	const pieces = /<span class="([^"]*)"(?: style="([^"]*)")?>([^<]*)<\/span>|([^<]+)/g;
	for (const [, classes, style, inside, outside] of line.matchAll(pieces)) {
		const names = (classes || "").split(" ");
		const color = (style || "").match(/color:(#\w+)/), back = (style || "").match(/background:(#\w+)/);
		const ink = [color ? color[1] : paper.text, back ? back[1] : paper.back,
			...["b", "i", "u"].map((name) => names.includes(name) ? name : "")].join(" ");
		const text = plain(outside || inside);
		if (names.includes("c1") || names.includes("c2"))
			cells.push({ text, ink });
		else
			[...text].forEach((text) => cells.push({ text, ink }));
		if (names.includes("c2"))
			cells.push({ text: "", ink });
	}
	return cells;
}

async function native(words) {
	const page = await ask(["snapshot", "-f", "html", ...words]);
	const [, back, text] = page.match(/^body\{margin:0;background:(#\w+);color:(#\w+)\}/m);
	const lines = page.slice(page.indexOf("<pre>") + 5, page.indexOf("</pre>")).split("\n").slice(0, -1);
	return { paper: { back, text }, rows: lines.map((line) => row_cells(line, { back, text })) };
}

module.exports = { native, ask };
