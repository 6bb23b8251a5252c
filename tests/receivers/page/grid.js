/* grid.js: the explorer in a tab: its keys, and the grid as it stands there. */
"use strict";
const { tab } = require("../browser.js");
const { split, event_of } = require("./keys.js");

/* Runs in the page: of each row, the pieces of text with the box that each stands in, and the ink of it. */
function look() {
	const grid = document.getElementById("grid");
	if (!grid || !grid.offsetWidth)
		return null;
	const hex = (color) => "#" + (color.match(/[\d.]+/g) || []).slice(0, 3).map((n) => (+n).toString(16).padStart(2, "0")).join("");
	const inks = new Map();
	const ink_of = (element) => {
		if (inks.has(element))
			return inks.get(element);
		const style = getComputedStyle(element);
		const marks = [+style.fontWeight >= 600 ? "b" : "", style.fontStyle === "italic" ? "i" : "",
			style.textDecorationLine.includes("underline") ? "u" : ""];
		let back = "transparent";
		for (let at = element; at && /^rgba\(.*, 0\)$|transparent/.test(back); at = at.parentElement)
			back = getComputedStyle(at).backgroundColor;
		const ink = [hex(style.color), hex(back), ...marks].join(" ");
		inks.set(element, ink);
		return ink;
	};
	const rows = [...grid.querySelectorAll(".row")].map((row) => {
		const pieces = [], walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
		for (let node; (node = walker.nextNode());) {
			const parent = node.parentElement, range = document.createRange();
			range.selectNodeContents(node);
			const box = (parent !== row && parent.childNodes.length === 1 ? parent : range).getBoundingClientRect();
			if (!box.width && !node.data.trim())
				continue; /* the end of the line, for who copies it */
			const line = parent.closest("[dir]");
			pieces.push({ text: node.data, left: box.left, width: box.width, top: box.top, height: box.height, ink: ink_of(parent),
				dir: line && row.contains(line) ? line.dir : "" });
		}
		const box = row.getBoundingClientRect();
		return { left: box.left, top: box.top, height: box.height, pieces };
	});
	const { dataset } = grid, style = getComputedStyle(grid), length = (name) => parseFloat(style.getPropertyValue(name));
	return { rows, paper: ink_of(grid), count: +dataset.rows, cols: +dataset.cols, cell: [length("--w"), length("--h")] };
}

/* The page in a tab of so many columns and rows. */
async function explorer(file, options = {}) {
	const page = await tab();
	const faults = [];
	const { call, run, on } = page;
	const size = (width, height, scale = 1, phone = false) => call("Emulation.setDeviceMetricsOverride",
		{ width, height, deviceScaleFactor: scale, mobile: phone });
	on("Runtime.exceptionThrown", ({ exceptionDetails: { exception, text } }) =>
		faults.push(`throws ${exception ? exception.description : text}`));
	on("Runtime.consoleAPICalled", ({ type, args }) => faults.push(`console ${type}: ${args.map((arg) => arg.value).join(" ")}`));
	on("Log.entryAdded", ({ entry }) => faults.push(`log ${entry.level}: ${entry.text}`));
	on("Page.javascriptDialogOpening", ({ message }) => {
		faults.push(`a dialog: ${message}`);
		call("Page.handleJavaScriptDialog", { accept: false });
	});
	await call("Runtime.enable");
	await call("Log.enable");
	await call("Emulation.setFocusEmulationEnabled", { enabled: true });
	await call("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: options.scheme || "dark" }] });
	await size(...(options.window || [1000, 700]));

	/* All that is waited for is asked of the page again and again, for two seconds. */
	const until = async (what, ms = 2000) => {
		for (const end = Date.now() + ms; ; ) {
			const value = await what();
			if (value || Date.now() > end)
				return value;
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
	};
	const grid = () => run(`(${look})()`);
	let opened = 0; /* another fragment alone would be the same page */
	const open = async (fragment = "") => {
		await page.open(`file://${file}?${++opened}${fragment}`);
		if (!options.whole) /* a presentation that has the screen alone has larger letters */
			await run("Element.prototype.requestFullscreen = undefined");
		return until(() => run(`!!document.querySelector("#grid .row:not(:empty)")`), 5000);
	};
	const key = (name) => {
		const event = event_of(name);
		const down = call("Input.dispatchKeyEvent", { type: event.text === undefined ? "rawKeyDown" : "keyDown", ...event });
		return Promise.all([down, call("Input.dispatchKeyEvent", { type: "keyUp", ...event, text: undefined })]);
	};
	const type = (keys) => Promise.all((Array.isArray(keys) ? keys : split(keys)).map(key));
	const rest = () => run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))");
	/* The window in which the grid has exactly that size. */
	const fit = async (cols, rows) => {
		const { cell: [width, height] } = await grid();
		await size(Math.ceil(cols * width), Math.ceil(rows * height));
		return until(() => run(`(({ cols, rows }) => +cols === ${cols} && +rows === ${rows})(document.getElementById("grid").dataset)`));
	};
	/* Begins as an opened page does, without reading the program and the record again, which is most of what that costs. */
	const anew = () => run(`history.replaceState(null, "", "#seed=3"); typed_forget(); begin()`);
	const text = async () => texts(await grid());
	const shows = (wanted) => until(async () => {
		const all = (await text() || []).join("\n");
		return wanted instanceof RegExp ? wanted.test(all) : all.includes(wanted);
	});
	return { ...page, faults, size, until, grid, open, key, type, rest, fit, anew, text, shows };
}

/* The rows as text. */
function texts(grid) {
	return grid && grid.rows.map((row) => row.pieces.map((piece) => piece.text).join("").trimEnd());
}

/* A row of the timeline, when it is the selected one. */
function selected(row) {
	const title = row.match(/[●○] (.{8})/)[1].replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
	return new RegExp(`^▸.*[●○] ${title}`, "m");
}

module.exports = { explorer, selected, texts, look };
