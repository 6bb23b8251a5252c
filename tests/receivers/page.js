/* page.js [PART...]: what becomes of `truce print -f page` in a headless Chromium; all, or these parts of it. In $FOLDER lie records,
 * each printed as page (page.html), html (page-handout.html) and json (page.json). A line for each thing that is proved, "+ what",
 * or is not, "- what: why", and with "= " what was measured; with TIMES in the environment, also what each part took. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { quit } = require("./browser.js");

const folder = process.env.FOLDER, long = !!process.env.LONG;
const here = (name) => path.resolve(folder, name);

/* What stands in trap.yaml, and is to be read as it stands there. */
const TRAPS = ["</script><script>alert(1)</script>", "<!--", "-->", "]]>", "<img src=x onerror=alert(1)>", "&lt;b&gt;", "</textarea>"];

function given() {
	const record = JSON.parse(fs.readFileSync(here("page.json"), "utf8"));
	const events = record.events.filter((event) => (event.quotes || []).some((quote) => quote.speaker && quote.text));
	const walks = ["jl", "<Space>", "<Esc>i", "<Tab>", "<Esc>?", "<Esc>p", "<Space>"];
	return {
		record, long,
		file: here("page.html"), source: here("page.json"), manual: "man/truce.1",
		axe: fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"),
		event: events[Math.floor(events.length / 2)], other: events[1], plan: "respite",
		traps: ["trap", "hostile", "markdown"].map((name) => ({ file: here(`${name}.html`), source: here(`${name}.json`), walks,
			texts: name === "trap" ? TRAPS : [] })),
		handouts: ["hostile", "page"].map((name) => ({ file: here(`${name}.html`), html: here(`${name}-handout.html`) })),
		planned: { file: here("planned.html"), source: here("planned.json") },
		begun: { file: here("begun.html"), title: "Trotsky leaves" },
		arabic: { file: here("arabic.html"), words: ["اتفاق"] },
	};
}

const PARTS = { speed: require("./page/speed.js").run, walks: require("./page/walks.js").run };
for (const name of ["safe", "place", "hands", "phone"])
	for (const part of require(`./page/${name}.js`).parts)
		PARTS[`${name}.${part.name}`] = part;

async function part_run(name, all) {
	const began = Date.now();
	const tell = (what, fault) => console.log(fault ? `- ${name}: ${what}: ${fault.replace(/\n(?!\t)/g, "\n\t")}` : `+ ${name}: ${what}`);
	await PARTS[name](tell, all).catch((error) => tell("goes through", error.stack));
	if (process.env.TIMES)
		console.log(`= ${name} took ${Date.now() - began} ms`);
}

(async () => {
	const chosen = process.argv.slice(2), all = given();
	all.say = (what) => console.log(`= ${what}`);
	const names = Object.keys(PARTS).filter((name) => !chosen.length || chosen.some((one) => name === one || name.startsWith(`${one}.`)));
	/* What is measured and what is long by themselves, the rest two at a time. */
	for (const name of names.filter((name) => !name.includes(".")))
		await part_run(name, all);
	const rest = names.filter((name) => name.includes("."));
	await Promise.all([0, 1].map(async () => {
		for (let name; (name = rest.shift());)
			await part_run(name, all);
	}));
	await quit();
})().catch((error) => {
	console.log(`- ${error.stack}`);
	quit(1);
});
