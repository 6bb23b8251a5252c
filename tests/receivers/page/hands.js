/* hands.js: what else than walks hands do in a browser: copy and paste, the browser's own keys, other sizes and other light, the
 * whole screen, and fingers. */
"use strict";
const { send } = require("../browser.js");
const { explorer, selected } = require("./grid.js");
const { compare } = require("./walks.js");
const { native } = require("./native.js");
const { same } = require("./safe.js");

const letters = (text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();

async function copies(tell, { file, event }) {
	await send("Browser.grantPermissions", { permissions: ["clipboardReadWrite", "clipboardSanitizedWrite"] });
	const page = await explorer(file), quote = event.quotes[0];
	await page.open(`#at=${quote.id}`);
	await page.type("y");
	const copied = () => page.run("navigator.clipboard.readText()");
	await page.until(async () => letters(await copied()).includes(letters(quote.text)), 1000);
	tell("y puts the words on the clipboard", letters(await copied()).includes(letters(quote.text)) ? "" : `"${await copied()}"`);
	tell("and who said them, and where they stand", (await copied()).split("\n").filter(Boolean).length > 1 ? "" : `"${await copied()}"`);
	await page.type("<Esc>/");
	await page.run(`navigator.clipboard.writeText("peace\\njjq<b>\\u001b[31m")`);
	await page.call("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "v", code: "KeyV", windowsVirtualKeyCode: 86, modifiers: 2,
		commands: ["paste"] });
	tell("what is pasted is typed into a prompt, as text", await page.shows("peace jjq<b>") ? "" : (await page.text()).join("\n"));
	await page.type("<Esc>");
	tell("nothing is said on the console", page.faults.join("; "));
	await page.close();
}

/* A drag selects within the pane where it began, and what is copied has no lines between panes. */
async function drags(tell, { file, event }) {
	const page = await explorer(file);
	await page.open(`#at=${event.id}`);
	await page.fit(140, 40);
	const { rows, cell: [width] } = await page.grid(), text = await page.text();
	const act = (type, row, col) => page.call("Input.dispatchMouseEvent", { type, x: rows[row].left + col * width,
		y: rows[row].top + rows[row].height / 2, button: "left", buttons: 1, clickCount: 1 });
	const bar = text[6].indexOf("│");
	await act("mousePressed", 6, bar + 4);
	await act("mouseMoved", 8, 120);
	await act("mouseMoved", 12, 120);
	await act("mouseReleased", 12, 120);
	const selected = await page.run("String(getSelection())"), lines = text.slice(7, 12).map((row) => row.slice(bar + 4).trim());
	tell("what is dragged over is selected", lines.every((line) => selected.includes(line)) ? "" : `"${selected}"`);
	tell("and nothing beyond the line between panes", /[│┃○●┆]/.test(selected) ? `"${selected}"` : "");
	tell("nothing is said on the console", page.faults.join("; "));
	await page.close();
}

/* What a page cannot do it says; the browser's own keys it leaves alone. */
async function keys(tell, { file }) {
	const page = await explorer(file);
	await page.open("#seed=3");
	await page.fit(120, 36);
	for (const [key, said] of [["e", "edits no file"], ["R", "nothing to read again"], ["<C-z>", "not suspended"]]) {
		await page.type(key);
		tell(`${key} says what it cannot do`, await page.shows(said) ? "" : (await page.text()).slice(-1)[0]);
	}
	await page.run(`window.left = []; addEventListener("keydown", (event) => { left.push(event.defaultPrevented); event.preventDefault(); })`);
	for (const key of ["<F5>", "<F11>", "<F12>", ...[..."ltnwrfps+-0"].map((letter) => `<C-${letter}>`)]) {
		const before = await page.text();
		await page.run("left.length = 0");
		await page.type([key]);
		tell(`${key} is the browser's`, same(await page.run("left"), [false]));
		tell(`${key} is no key of the explorer's`, same(await page.text(), before));
	}
	await page.run("left.length = 0");
	await page.type("jl<Tab><Space><S-Tab><Esc>");
	tell("the explorer's keys are not the browser's", same(await page.run("left.includes(false)"), false));
	await page.run(`getSelection().selectAllChildren(document.getElementById("grid")); left.length = 0`);
	await page.type(["<C-c>"]);
	tell("C-c with text selected copies it", same(await page.run("left"), [false]));
	await page.close();
}

/* A click selects, and on what is selected goes on; the wheel scrolls; who drags marks text. */
async function mouse(tell, { file, event }) {
	const page = await explorer(file);
	await page.open(`#at=${event.id}`);
	const act = (type, [x, y], more = {}) => page.call("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1, ...more });
	const all = async () => (await page.text()).join("\n");
	const { rows, cell: [width] } = await page.grid(), before_click = await page.text();
	const at = (row, col) => [rows[row].left + (col + 0.3) * width, rows[row].top + rows[row].height / 2];
	const other = before_click.findIndex((line) => /^ [^│]*●/.test(line));
	await act("mousePressed", at(other, 20));
	await act("mouseReleased", at(other, 20));
	tell("a click selects", await page.shows(selected(before_click[other])) ? "" : await all());
	const before = await all(), now = before.split("\n"), row = now.findIndex((line) => /^ [^│]*●/.test(line)), line = now[row];
	await act("mousePressed", at(row, 20));
	for (const col of [23, 26, 29, 34]) {
		await act("mouseMoved", at(row, col), { buttons: 1 });
		await page.rest();
	}
	await act("mouseReleased", at(row, 34));
	const marked = await page.run("String(getSelection())");
	tell("who drags marks text", marked.trim() && line.includes(marked.trim()) ? "" : `"${marked}" of "${line}"`);
	tell("and that is no click", same(await all(), before));
	await page.run("getSelection().removeAllRanges()");
	await act("mouseWheel", at(other, 60), { button: "none", deltaX: 0, deltaY: 240 });
	tell("the wheel scrolls", await page.until(async () => await all() !== before) ? "" : before);
	tell("nothing is said on the console", page.faults.join("; "));
	await page.close();
}

/* Anew from the card, the grid is what `snapshot` shows in a grid as large, in a theme. */
async function is_native(page, source, theme) {
	const keys = "gjjl";
	await page.type(keys);
	const grid = await page.grid();
	const picture = await native(["--theme", theme, "--seed", "3", "--size", `${grid.cols}x${grid.count}`, "--keys", keys, source]);
	let fault;
	await page.until(async () => !(fault = compare(await page.grid(), picture, true)), 1000);
	return fault;
}

/* Other light, windows of other sizes, finer points, and the browser's zoom, for which there are fewer points, each of more of the
 * screen's: the grid follows at once. */
async function light_and_size(tell, { file, source, long }) {
	const page = await explorer(file);
	await page.open("#seed=3");
	tell("on dark", await is_native(page, source, "dark"));
	await page.call("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "light" }] });
	tell("on light, as soon as the system is", await is_native(page, source, "light"));
	const { cols } = await page.grid();
	const windows = [
		["in a smaller window", 500, 400, 1, (now) => now < cols],
		["in a larger one, of finer points", 1600, 1000, 2, (now) => now > cols],
		["twice as large", 800, 500, 4, (now) => now < cols],
		["of 125 percent", 1900, 560, 1.25, (now) => now > cols],
		["at next to no size", 1, 1, 1, (now) => now === 1],
		["as before", 1000, 700, 1, (now) => now === cols],
		["of 110 percent", 1900, 560, 1.1, (now) => now > cols],
		["of 175 percent", 1900, 560, 1.75, (now) => now > cols],
		["of a wall", 3000, 2000, 1, (now) => now > 200],
	];
	for (const [what, width, height, scale, holds] of long ? windows : windows.slice(0, 6)) {
		await page.size(width, height, scale);
		tell(`${what}: the grid fits`, await page.until(async () => { const grid = await page.grid(); return grid && holds(grid.cols); }) ? "" :
			`${(await page.grid() || {}).cols} columns`);
		if (width === 1)
			continue;
		tell(what, await is_native(page, source, "light"));
		tell(`${what}: nothing is wider than the window`, await page.run("document.documentElement.scrollWidth > innerWidth") ? "it is" : "");
	}
	tell("nothing is said on the console", page.faults.join("; "));
	await page.close();
}

async function whole_screen(tell, { file }) {
	const page = await explorer(file, { window: [1600, 900], whole: true });
	await page.open("");
	await page.run(`(() => {
		const before = Element.prototype.requestFullscreen;
		Element.prototype.requestFullscreen = function (...how) { window.whole = (window.whole || 0) + 1; return before.apply(this, how); };
	})()`);
	await page.type("jj");
	tell("it takes the window alone", same(await page.run("window.whole || 0"), 0));
	await page.type("p");
	tell("presenting asks for the whole screen", await page.until(() => page.run("window.whole === 1")) ? "" :
		`${await page.run("window.whole")} times`);
	const cols = () => page.run("+document.getElementById('grid').dataset.cols");
	tell("where letters are as large as 110 columns leave them", await page.until(async () => await cols() <= 110) ? "" : `${await cols()}`);
	await page.type("<Space><Space><Esc><Esc>");
	tell("and gives it back", await page.until(() => page.run("!document.fullscreenElement")) ? "" : "it keeps it");
	tell("with the letters as they were", await page.until(async () => await cols() > 150) ? "" : `${await cols()}`);
	tell("nothing is said on the console", page.faults.join("; "));
	await page.close();
}

/* Lines from right to left stand in one box with their direction, in their columns. */
async function rightward(tell, { arabic }) {
	const page = await explorer(arabic.file);
	await page.open("#seed=3");
	await page.fit(80, 24);
	await page.type("jl");
	await page.rest();
	const grid = await page.grid(), [width] = grid.cell;
	const lines = await page.run(`[...document.querySelectorAll("#grid .row [dir]")].map((line) => {
		const box = line.getBoundingClientRect(), row = line.closest(".row").getBoundingClientRect();
		return [line.textContent, line.dir, (box.left - row.left) / ${width}, (box.right - row.left) / ${width},
			line.scrollWidth - line.clientWidth];
	})`);
	tell("there are lines from right to left", lines.some(([text, dir]) => dir === "rtl" && /\p{Script=Arabic}/u.test(text)) ? "" :
		JSON.stringify(lines));
	const whole = (n) => Math.abs(n - Math.round(n)) * width < 0.5 && n >= 0 && n <= 80;
	for (const [text, , from, to, over] of lines)
		tell(`"${text}" stands in its columns`, whole(from) && whole(to) && over < 1 ? "" : `${from} to ${to}, ${over} over`);
	tell("the words are whole", arabic.words.every((word) => lines.some(([text]) => text.includes(word))) ? "" : JSON.stringify(lines));
	tell("nothing is said on the console", page.faults.join("; "));
	await page.close();
}

module.exports = { parts: [copies, drags, keys, mouse, light_and_size, whole_screen, rightward] };
