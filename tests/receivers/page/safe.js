/* safe.js: the page asks for nothing and can ask for nothing, whatever the record says is text, and without script, on paper and for
 * axe-core the handout is there. */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { execFileSync } = require("node:child_process");
const { home } = require("../browser.js");
const { explorer } = require("./grid.js");
const { compare } = require("./walks.js");
const { native } = require("./native.js");

/* Words where two values are not the same. */
function same(value, wanted) {
	const [is, should] = [value, wanted].map((one) => JSON.stringify(one));
	return is === should ? "" : `${is} for ${should}`;
}

/* What a policy allows beyond nothing, but for the page's own script (by its hash), WebAssembly and styles that stand in it. */
function allowed(policy) {
	const beyond = [], given = new Map(policy.split(";").map((part) => part.trim().split(/\s+/)).map(([name, ...from]) => [name, from]));
	const may = { "script-src": /^'(sha256-[\w+/]{43}=|wasm-unsafe-eval)'$/, "style-src": /^'(unsafe-inline|sha256-[\w+/]{43}=)'$/ };
	for (const name of ["default-src", "base-uri", "form-action"])
		if (String(given.get(name)) !== "'none'")
			beyond.push(`${name} ${given.get(name)}`);
	for (const [name, from] of given)
		beyond.push(...from.filter((one) => one !== "'none'" && !(may[name] && may[name].test(one))).map((one) => `${name} ${one}`));
	return beyond.join("; ");
}

/* Which directive refuses what an expression tries, "" for none. */
async function refused(page, expression) {
	const tried = `new Promise((done) => {
		addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), { once: true });
		setTimeout(() => done(""), 1000);
		try { ${expression} } catch (error) { }
	})`;
	const answer = await page.call("Runtime.evaluate", { expression: tried, awaitPromise: true, allowUnsafeEvalBlockedByCSP: false });
	return answer.result.value;
}

async function asks_nothing(tell, { file }) {
	const page = await explorer(file);
	await page.open();
	await page.type("jjl<Enter>/peace<Enter>n<Esc>p<Space><Esc>w1<Esc>y<Esc>v<Esc>?");
	await page.rest();
	tell("nothing is asked for but the page", same(page.asked, [`file://${file}?1`]));
	tell("nothing is said on the console, in the log, or by a dialog", page.faults.join("; "));
	const policies = await page.run(`[...document.querySelectorAll("meta[http-equiv]")].map((meta) => [meta.httpEquiv, meta.content])`);
	tell("there is one policy", same(policies.map(([name]) => name), ["Content-Security-Policy"]));
	tell("the policy allows nothing from anywhere", allowed(policies[0][1]));
	tell("nothing is kept", same(await page.run("[localStorage.length, sessionStorage.length, document.cookie]"), [0, 0, ""]));
	for (const [directive, expression] of [
		["connect-src", `fetch("https://example.org/").catch(() => 0)`],
		["connect-src", `const asked = new XMLHttpRequest(); asked.open("GET", "https://example.org/"); asked.send()`],
		["connect-src", `new WebSocket("wss://example.org/")`],
		["img-src", `new Image().src = "https://example.org/a.png"`],
		["frame-src", `document.body.appendChild(document.createElement("iframe")).src = "https://example.org/"`],
		["script-src-elem", `document.body.appendChild(document.createElement("script")).textContent = "window.hacked = 1"`],
		["script-src", `eval("1")`],
		["form-action", `const f = document.body.appendChild(document.createElement("form")); f.action = "https://example.org/"; f.submit()`],
	])
		tell(`${expression} is refused`, same(await refused(page, expression), directive));
	await page.close();
}

/* Elements that run, load or lead somewhere by themselves. */
const ACTIVE = `[...document.querySelectorAll("script, iframe, object, embed, img, svg, link, base, form, meta[http-equiv=refresh]")]
	.map((element) => element.localName + "#" + element.id)`;
const HANDLERS = `[...document.querySelectorAll("*")].filter((element) => [...element.attributes]
	.some((attribute) => /^on/.test(attribute.name) || /^\\s*javascript:/i.test(attribute.value))).map((element) => element.outerHTML)`;

async function hostile(tell, { file, traps }) {
	const plain = await explorer(file);
	await plain.open();
	const wanted = await plain.run(ACTIVE);
	await plain.close();
	for (const trap of traps) {
		const page = await explorer(trap.file), name = path.basename(trap.file);
		await page.open("#seed=3");
		await page.fit(120, 36);
		let all = "";
		for (const keys of trap.walks) {
			await page.type(keys);
			let fault;
			all += keys;
			const picture = await native(["--theme", "dark", "--seed", "3", "--size", "120x36", "--keys", all, trap.source]);
			await page.until(async () => !(fault = compare(await page.grid(), picture, true)), 1000);
			tell(`${name} ${all}`, fault);
		}
		tell(`${name}: no element but those of any page`, same(await page.run(ACTIVE), wanted));
		tell(`${name}: no handler`, same(await page.run(HANDLERS), []));
		tell(`${name}: nothing is run, said or asked`, page.faults.join("; ") || same(await page.run("typeof hacked"), "undefined") ||
			same(page.asked, [`file://${trap.file}?1`]));
		const handout = await page.run(`document.getElementById("handout").textContent`);
		for (const text of trap.texts)
			tell(`${name}: "${text}" is text in the handout`, handout.includes(text) ? "" : "is not");
		await page.close();
	}
}

/* A browser that lacks what it can do without has the explorer, one that lacks more says so and has the handout. */
async function older(tell, { file }) {
	for (const [lacks, wanted] of [
		["Uint8Array.fromBase64", ""],
		["self.DecompressionStream", "this browser is too old to unpack it"],
		["self.WebAssembly", "this browser runs no WebAssembly"],
	]) {
		const page = await explorer(file);
		await page.call("Page.addScriptToEvaluateOnNewDocument", { source: `delete ${lacks}` });
		await page.call("Page.navigate", { url: `file://${file}` });
		await page.until(() => page.run(`!!document.querySelector("#grid .row:not(:empty), #trouble:not([hidden])")`), 20000);
		const text = await page.run(`[...document.querySelectorAll("#grid .row, #trouble")].map((e) => e.textContent).join(" ")`);
		tell(`without ${lacks}: ${wanted || "the explorer is there"}`,
			text.includes(wanted || "Timeline") ? "" : `it shows "${text}"`);
		tell(`without ${lacks}: ${wanted ? "the handout is read" : "the handout is not shown"}`,
			same(await page.run(`document.getElementById("handout").offsetHeight > 0`), !!wanted));
		await page.close();
	}
}

/* The program is compiled while the rest of the page still comes. */
async function early(tell, { file }) {
	const page = await explorer(file);
	await page.call("Page.addScriptToEvaluateOnNewDocument", { source: `const before = WebAssembly.compileStreaming;
		WebAssembly.compileStreaming = (...given) => { self.begun = document.readyState; return before.apply(WebAssembly, given); };` });
	await page.open();
	tell("the program is compiled while the page comes", same(await page.run("self.begun"), "loading"));
	tell("its rows are there", await page.shows("Timeline") ? "" : "they are not");
	tell("nothing is amiss", page.faults.join("; "));
	await page.close();
}

const words = (text) => text.replace(/\s+/g, " ").trim();

/* The text of a tab on paper. */
async function paper(page, name) {
	const pdf = path.join(home(), name);
	const { data } = await page.call("Page.printToPDF", { preferCSSPageSize: true });
	fs.writeFileSync(pdf, Buffer.from(data, "base64"));
	return execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
}

/* Without script the handout is there as `print -f html` has it, and nothing else; and so it is on paper, with script. */
async function handout(tell, { handouts, long }) {
	for (const { file, html } of long ? handouts : handouts.slice(0, 1))
		await is_handout((what, fault) => tell(`${path.basename(file)}: ${what}`, fault), file, html);
}

async function is_handout(tell, file, html) {
	const page = await explorer(file), printed = await explorer(html);
	await printed.call("Page.navigate", { url: `file://${html}` });
	await printed.until(() => printed.run("document.readyState === 'complete'"));
	const wanted = words(await printed.run("document.body.innerText")), sheets = await paper(printed, "html.pdf");
	await page.open();
	tell("with script the handout is not shown", await page.run(`document.getElementById("handout").offsetHeight`) ? "it is" : "");
	tell("on paper the page is what -f html is", parted(await paper(page, "page.pdf"), sheets));
	await page.call("Emulation.setScriptExecutionDisabled", { value: true });
	await page.call("Page.navigate", { url: `file://${file}` });
	await page.until(() => page.run("document.readyState === 'complete'"));
	tell("without script the handout says what -f html says", parted(words(await page.run("document.getElementById('handout').innerText")), wanted));
	tell("and above it that there is more", await page.run("document.getElementById('more').offsetHeight > 0") ? "" : "it does not");
	tell("without script there is no grid", same(await page.run(`document.getElementById("grid").offsetHeight`), 0));
	tell("without script it is as wide as the window", await page.run("document.documentElement.scrollWidth > innerWidth") ? "is wider" : "");
	await page.close();
	await printed.close();
}

/* Where two texts part. */
function parted(text, wanted) {
	let at = 0;
	while (at < wanted.length && text[at] === wanted[at])
		at++;
	const around = (text) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 50));
	return text === wanted ? "" : `at ${at} of ${wanted.length}: ${around(text)} for ${around(wanted)}`;
}

/* The live page, on dark and on light; the handout by itself is looked at as `-f html` is. */
async function accessible(tell, { file, axe, long }) {
	const page = await explorer(file);
	const check = async (what, only) => {
		for (const value of long ? ["light", "dark"] : [only]) {
			await page.call("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] });
			await page.rest();
			const found = await page.run(`axe.run({ exclude: ["#handout"] }).then(({ violations }) =>
				violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map((node) => node.html)))`);
			tell(`axe-core, ${value}: ${what}`, found.join("; "));
		}
	};
	await page.open();
	await page.run(axe);
	await check("the card", "light");
	await page.type("jjjl");
	await check("an event", "dark");
	await page.type(":");
	await check("a prompt", "light");
	await page.type("<Esc>vqp<Space>");
	await check("presenting", "dark");
	await page.type("Q");
	const shown = await page.until(() => page.run(`document.getElementById("handout").offsetHeight > 0`));
	tell("Q leads to the handout", shown ? "" : "it is not shown");
	tell("and the explorer is gone", same(await page.run(`document.getElementById("explorer").offsetHeight`), 0));
	await check("the handout's way back", "light");
	await page.close();
}

module.exports = { parts: [asks_nothing, hostile, older, early, handout, accessible], same, parted };
