/* speed.js: how soon a key is answered, in a large grid, and how soon after it was loaded the page shows its first picture. What a
 * clock says is told, beside the bars; what a machine that does other things as well cannot make fail is bounded: the time of the
 * processor, to three times as much. */
"use strict";
const { explorer } = require("./grid.js");

const KEY_MS = 5, FIRST_MS = 150, OPEN_MS = 500, SLOWER = 3;

/* Runs in the page before its script: when the first row came, and what each key took, layout and all. */
function watch() {
	const laid_out = () => { document.getElementById("grid").lastElementChild.getBoundingClientRect(); return performance.now(); };
	window.keyTimes = [];
	addEventListener("keydown", () => {
		const began = performance.now();
		addEventListener("keydown", () => window.keyTimes.push(laid_out() - began), { once: true }); /* the last to be told */
	}, true);
	new MutationObserver((changes, observer) => {
		const grid = document.getElementById("grid");
		if (!grid || !grid.textContent.trim())
			return;
		observer.disconnect();
		window.firstRow = laid_out();
	}).observe(document, { childList: true, subtree: true });
}

function told(times) {
	const sorted = [...times].sort((a, b) => a - b);
	return [sorted[sorted.length >> 1], sorted[Math.floor(sorted.length * 0.95)]];
}

/* What the page's thread has taken of the processor, in milliseconds. */
async function processor(page) {
	const { metrics } = await page.call("Performance.getMetrics");
	return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

const KEYS = "jjjjjjjjl<Space><Space><Space>jjhi<Tab><Tab>jj<Esc>/peace<Enter>nnnv<Down><Down><Esc>p<Space><Space><Esc><Esc>";

async function run(tell, { file, say, long }) {
	const page = await explorer(file), first = [], opened = [];
	await page.call("Page.addScriptToEvaluateOnNewDocument", { source: `(${watch})()` });
	await page.call("Performance.enable", { timeDomain: "threadTicks" });
	for (let n = 0; n < (long ? 15 : 4); n++) {
		await page.open();
		first.push(await page.run("firstRow - performance.getEntriesByType('navigation')[0].loadEventEnd"));
		opened.push(await processor(page));
	}
	await page.fit(200, 50);
	await page.type(KEYS); /* so that all of it has been compiled */
	await page.run("keyTimes.length = 0");
	const spent = await processor(page);
	for (let n = 0; n < (long ? 10 : 2); n++)
		await page.type(KEYS);
	const times = await page.run("keyTimes"), each = (await processor(page) - spent) / times.length;
	const [median, most] = told(times), [after] = told(first), [cost] = told(opened), ms = (time) => `${time.toFixed(1)} ms`;
	say(`a key at 200x50: median ${ms(median)}, 95 of 100 below ${ms(most)} (bar ${KEY_MS}), ${ms(each)} of the processor with all ` +
		`that the browser does for it; the first picture ${ms(after)} after load (bar ${FIRST_MS}), at best ${ms(Math.min(...first))}, ` +
		`${ms(cost)} of the processor`);
	tell("each key is measured", times.length > 50 ? "" : `${times.length} are`);
	tell("a key costs little", each <= KEY_MS * SLOWER ? "" : `${ms(each)} of the processor`);
	tell("the first picture costs little", cost <= OPEN_MS * SLOWER ? "" : `${ms(cost)} of the processor`);
	await page.close();
}

module.exports = { run };
