/* phone.js: a phone's size, and fingers: taps on rows and on the bar below the grid, swipes, and the keyboard of the screen. */
"use strict";
const { explorer, selected } = require("./grid.js");
const { same } = require("./safe.js");

async function phone(file, fragment) {
	const page = await explorer(file, { window: [390, 844, 3, true] });
	await page.call("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 5 });
	await page.open(fragment);
	return page;
}

const touch = (page, type, points) => page.call("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y]) => ({ x, y })) });

async function tap(page, x, y) {
	await touch(page, "touchStart", [[x, y]]);
	await touch(page, "touchEnd", []);
}

async function swipe(page, from, to) {
	await touch(page, "touchStart", [from]);
	for (let n = 1; n <= 8; n++) {
		await touch(page, "touchMove", [[from[0] + (to[0] - from[0]) * n / 8, from[1] + (to[1] - from[1]) * n / 8]]);
		await page.rest();
	}
	await touch(page, "touchEnd", []);
}

/* The middle of a row of the grid. */
async function middle(page, number) {
	const grid = await page.grid(), row = grid.rows[number];
	return [row.left + grid.cols * grid.cell[0] / 2, row.top + row.height / 2];
}

/* The middle of what is shown beside the grid with that text. */
const button = (page, text) => page.until(() => page.run(`(() => {
	for (const element of document.querySelectorAll("#bar button, #bar .item")) {
		const box = element.getBoundingClientRect();
		if (element.textContent.trim().match(${text}) && box.width && box.left >= 0 && box.right <= innerWidth)
			return [box.left + box.width / 2, box.top + box.height / 2];
	}
})()`));

const PARTS = "#explorer, #desk, #sheet, #bar, #pad, #grid .row";
const wide = (page) => page.run(`document.documentElement.scrollWidth > innerWidth ||
	[...document.querySelectorAll("${PARTS}")].some((element) => element.getBoundingClientRect().right > innerWidth + 0.5)`);

async function taps(tell, { file, event }) {
	const page = await phone(file, `#at=${event.id}`);
	const chosen = async () => (await page.text()).findIndex((row) => /^▸/.test(row));
	const row = await chosen(), rows = await page.text();
	const other = rows.findIndex((text, n) => n !== row && /^[^▌]*[●○]/.test(text));
	tell("nothing is wider than the window", await wide(page) ? "it is" : "");
	tell("there are rows to tap on", row >= 0 && other >= 0 ? "" : rows.join("\n"));
	await tap(page, ...await middle(page, other));
	const all = async () => (await page.text()).join("\n");
	tell("a tap on a row of the timeline selects it", await page.shows(selected(rows[other])) ? "" : await all());
	tell("and calls no keyboard", await page.run(`document.activeElement.inputMode`) === "none" ? "" : "it does");

	const press = async (text) => {
		const place = await button(page, text);
		tell(`${text} is a button`, place ? "" : await page.run(`document.getElementById("bar").textContent`));
		if (place)
			await tap(page, ...place);
	};
	const typing = `document.activeElement.id === "typed" && document.activeElement.inputMode !== "none"`;
	await press("/help/");
	tell("what the last line offers can be tapped on", await page.shows("Keys ") ? "" : (await page.text()).join("\n"));
	await press("/^Esc$/");
	await page.shows("▸");
	await press("/^abc$/");
	tell("the keyboard can be called", await page.until(() => page.run(typing)) ? "" : "it does not come");
	await page.call("Input.insertText", { text: "/" });
	tell("in a prompt the keyboard is there", await page.until(() => page.run(`${typing} && !document.getElementById("caret").hidden`)) ? "" :
		(await page.text()).join("\n"));
	await page.call("Input.insertText", { text: "peace" });
	tell("what is typed there stands in the prompt", await page.shows("peace") ? "" : (await page.text()).join("\n"));
	await press("/^(Enter|↵)$/");
	const gone = `document.getElementById("caret").hidden && document.activeElement.inputMode === "none"`;
	tell("and is gone behind it", await page.until(() => page.run(gone)) ? "" : await all());
	for (const [what, from, to] of [["up", 0.7, 0.4], ["down", 0.4, 0.7]]) {
		const shown = (await page.text()).join("\n"), { rows } = await page.grid();
		const at = (part) => rows[Math.floor(rows.length * part)].top;
		await swipe(page, [190, at(from)], [190, at(to)]);
		tell(`a swipe ${what} scrolls`, await page.until(async () => (await page.text()).join("\n") !== shown) ? "" : shown);
	}
	tell("nothing is wider than the window, at last", await wide(page) ? "it is" : "");
	tell("nothing is said on the console", page.faults.join("; "));
	await page.close();
}

/* Presenting, turned round, and with the keyboard over half of the screen. */
async function turns(tell, { file, plan }) {
	const page = await phone(file, `#view=${plan}&present`);
	const first = (await page.text()).join("\n");
	await tap(page, ...await middle(page, 10));
	tell("a tap is the next step while presenting", await page.until(async () => (await page.text()).join("\n") !== first) ? "" : first);
	for (const [width, height] of [[844, 390], [390, 400], [320, 568], [390, 844]]) {
		await page.size(width, height, 3, true);
		await page.rest();
		await page.until(async () => !await wide(page), 500);
		tell(`nothing is wider than a window of ${width} by ${height}`, await wide(page) ? "it is" : "");
	}
	tell("nothing is said on the console", page.faults.join("; "));
	await page.close();
}

module.exports = { parts: [taps, turns] };
