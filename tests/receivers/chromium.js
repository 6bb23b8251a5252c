/* chromium.js PAGE.html... : opens pages in a headless Chromium, and writes a line for each thing that is wrong with one.
 * Of a page with a fragment, PAGE.html#..., nothing is asked but that it opens where that leads; a page with a PAGE.txt says the
 * same as that. Of a leaf-*.html, a class sheet and its key, it is looked at how they lie on paper alone. */
"use strict";
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { home, send, tab, quit } = require("./browser.js");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
/* ---- a page ---- */

/* Words as they are read: what sets the direction of a line is none, forms of a letter are that letter, and where a line
 * ends without a space is the page's own affair, as is a hyphen there, which pdftotext takes for that of a divided word; no font
 * has a private character. */
function letters(text) {
	return text.normalize("NFKC").replace(/[-\u2010\s\p{Co}\u00ad\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "");
}

const RIGHT = "\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}";

/* The letters of what is written from right to left, in order; a lam and an alif in one are extracted in either. */
function rightward(text) {
	return text.normalize("NFKC").replace(new RegExp(`[^${RIGHT}]+`, "gu"), " ").replace(/[\u0622\u0623\u0625\u0627\u0644]+/gu, sorted)
		.replace(/ /g, "");
}

/* The same of what pdftotext says, who puts the parts of a line, between which is a comma or a figure, in the order of their
 * letters or of the eye: whichever goes on with what is wanted. */
function rightward_printed(text, wanted) {
	let read = "";
	for (const line of text.split("\n")) {
		const parts = line.split(/[\u202b\u202c]+(?=[^ ])/u).map(rightward);
		const backward = parts.slice().reverse().join("");
		read += wanted.startsWith(backward, read.length) ? backward : parts.join("");
	}
	return read;
}

function sorted(text) {
	return [...text].sort().join("");
}

/* Where two texts part, or NULL. */
function parted(text, other) {
	const here = [...text], there = [...other];
	const at = here.findIndex((c, n) => c !== there[n]);
	const around = (letters) => told(letters.slice(Math.max(0, at < 0 ? here.length - 20 : at - 20), (at < 0 ? here.length : at) + 20).join(""));
	return at < 0 && here.length === there.length ? null : `"${around(there)}" for "${around(here)}"`;
}

/* What one text has more of. */
function beyond(some, other) {
	const counts = new Map();
	for (const c of other)
		counts.set(c, (counts.get(c) || 0) + 1);
	return [...some].filter((c) => { counts.set(c, (counts.get(c) || 0) - 1); return counts.get(c) < 0; }).join("");
}

function told(text) {
	return text.replace(/[^!-~]/gu, (c) => `${c}<${c.codePointAt(0).toString(16)}>`);
}

/* The page as text: what stands there in one cell of a line, and is not Latin, stands on paper in the same order. */
function unlike(text, read, printed) {
	const cells = text.split(/\n|  +/).filter((cell) => /(?!\p{Script=Latin})\p{L}/u.test(cell));
	let at = 0;
	const lost = cells.filter((cell) => {
		const found = printed.indexOf(read(cell), at);
		at = found < 0 ? at : found + read(cell).length;
		return found < 0;
	});
	return (cells.length ? lost : ["nothing"]).map((cell) => `on paper there is no "${cell}" where the text has it`);
}

/* How it lies on paper: on A4, one page on a sheet or two, none of which is left half empty but the last, and the last before
 * a key, which begins a leaf, or stands behind an empty page: printed on both sides, none of it is on the back of the questions. */
function laid(boxes, two) {
	const faults = [], height = two ? 595 : 842;
	const size = two ? /^width="84[123]\.\d+" height="59[45]\.\d+"/ : /^width="59[45]\.\d+" height="84[123]\.\d+"/;
	const sheets = boxes.split("<page ").slice(1);
	const keys = sheets.map((sheet) => sheet.match(/xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>Answer<\/word>\s*<word[^>]*>key</));
	sheets.forEach((sheet, n) => {
		const words = [...sheet.matchAll(/xMin="([\d.]+)"[^>]*yMax="([\d.]+)"/g)].map((word) => ({ left: +word[1], foot: +word[2] }));
		const halves = two ? [words.filter((word) => word.left < 420), words.filter((word) => word.left > 420)] : [words];
		if (!size.test(sheet))
			faults.push("is not printed on A4");
		if (keys[n] && (keys[n][1] > 100 || keys[n][2] > height / 5))
			faults.push("has its key below the sheet of the class");
		if (keys[n] && n % 2 && sheets[n - 1].split("<word ").length > 2)
			faults.push("has its key on the back of the sheet of the class");
		if (n + 1 < sheets.length && !keys[n + 1] && !keys[n + 2] && halves.some((half) => !half.some((word) => word.foot > height / 2)))
			faults.push(`leaves a page of sheet ${n + 1} half empty`);
	});
	return faults;
}

/* A class sheet is one leaf, no part of which is cut by the turn of a page, and its key is one page of the next. */
async function leaf(file) {
	const { call, open, close } = await tab();
	await open(`file://${file}`);
	const pdf = await call("Page.printToPDF", { preferCSSPageSize: true });
	await close();
	const paper = path.join(home(), "leaf.pdf"), faults = [];
	fs.writeFileSync(paper, Buffer.from(pdf.data, "base64"));
	const pages = execFileSync("pdftotext", ["-raw", paper, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
	const key = pages.findIndex((page) => page.includes("Answer key"));
	if (key !== 2 || pages.length !== 3)
		faults.push(`is a sheet of ${key} pages and a key of ${pages.length - key}`);
	pages.slice(1, key).filter((page) => !/^(\d+\s*)?([A-D]\s|$)/u.test(page)).forEach((page) =>
		faults.push(`has a page that begins in the middle of a part: ${page.slice(0, 60)}`));
	return faults.map((fault) => `${path.basename(file)}: ${fault}`);
}

async function look(file) {
	const name = path.basename(file), faults = [];
	const { call, run, open, close, asked } = await tab();
	await call("Emulation.setDeviceMetricsOverride", { width: 1000, height: 1400, deviceScaleFactor: 1, mobile: false });
	await open(`file://${file}`);
	if (asked.length !== 1)
		faults.push(`asks for ${asked.slice(1).join(", ")}`);

	await run(axe);
	for (const value of ["light", "dark"]) {
		await call("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });
		const found = await run(`axe.run().then((r) => r.violations.map((v) => v.id + ": " + v.nodes[0].html))`);
		found.forEach((fault) => faults.push(`${value}: ${fault}`));
	}
	const wide = await run("document.documentElement.scrollWidth > document.documentElement.clientWidth");
	if (wide)
		faults.push("is wider than the screen");

	await call("Emulation.setEmulatedMedia", { media: "print" });
	/* What paper has besides: the number of each page, and the head of a table that goes on to the next. */
	await run(`document.head.appendChild(document.createElement("style")).textContent =
		"thead { display: table-row-group } @page { @bottom-center { content: none } }"`);
	const shown = await run("document.body.innerText");
	await call("Emulation.setEmulatedMedia", { media: "" });
	const pdf = await call("Page.printToPDF", { preferCSSPageSize: true });
	const paper = path.join(home(), `${name}.pdf`);
	fs.writeFileSync(paper, Buffer.from(pdf.data, "base64"));
	const extracted = (...options) => execFileSync("pdftotext", [...options, "-enc", "UTF-8", paper, "-"],
		{ encoding: "utf8", maxBuffer: 1 << 28 });
	faults.push(...laid(extracted("-bbox"), await run("document.querySelector('style').textContent.includes('landscape')")));
	const wanted = letters(shown), right = rightward(shown);
	const printed = letters(extracted(right ? "-nopgbrk" : "-raw"));
	if (sorted(printed) !== sorted(wanted))
		faults.push(`on paper there is no "${told(beyond(wanted, printed))}", but "${told(beyond(printed, wanted))}"`);
	const order = right ? parted(right, rightward_printed(extracted("-nopgbrk"), right)) : parted(wanted, printed);
	if (order)
		faults.push(`on paper in another order: ${order}`);
	if (fs.existsSync(file.replace(/html$/, "txt")))
		faults.push(...unlike(fs.readFileSync(file.replace(/html$/, "txt"), "utf8"), right ? rightward : letters,
			right ? rightward_printed(extracted("-nopgbrk"), right) : printed));
	await close();
	return faults.map((fault) => `${name}: ${fault}`);
}

/* Whether the page is moved, and what is seen then; the browser takes its time to look for the words. */
async function follow(file) {
	const { targetId } = await send("Target.createTarget", { url: `file://${file}` });
	const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
	let moved = 0;
	for (let tries = 0; tries < 100 && !moved; tries++) {
		await new Promise((resolve) => setTimeout(resolve, 100));
		moved = (await send("Runtime.evaluate", { expression: "scrollY" }, sessionId)).result.value;
	}
	const seen = await send("Runtime.evaluate", { expression: `[...document.querySelectorAll("p")].filter((p) => {
		const box = p.getBoundingClientRect();
		return box.top >= 0 && box.bottom <= innerHeight;
	}).map((p) => p.className).join(" ")` }, sessionId);
	await send("Target.closeTarget", { targetId });
	return moved && seen.result.value.includes("there") ? [] : [`${path.basename(file)}: leads elsewhere`];
}

(async () => {
	for (const file of process.argv.slice(2))
		for (const fault of await (file.includes("#") ? follow : /leaf-[^/]*$/.test(file) ? leaf : look)(path.resolve(file)))
			console.log(fault);
	await quit();
})().catch((error) => {
	console.log(error.stack);
	quit(1);
});
