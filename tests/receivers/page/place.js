/* place.js: the fragment of the address is where one is. */
"use strict";
const { explorer, texts } = require("./grid.js");
const { compare, text_of } = require("./walks.js");
const { native } = require("./native.js");
const { same, parted } = require("./safe.js");

/* Whether the grid comes to be what `snapshot` shows at such a place: "" where it does. Where one has come from elsewhere, the
 * timeline is scrolled as little as need be, and of it the selected row alone is asked about, and nothing of the last line. */
async function is_at(page, source, words, come) {
	const picture = await native(["--theme", "dark", "--seed", "3", "--size", "120x36", ...words, source]);
	const chosen = (rows) => (rows.find((row) => row.startsWith("▸")) || "").replace(/│.*/, "");
	const cut = (rows) => rows.slice(0, -1).map((row, n) => n > 2 ? row.replace(/^[^│]*(?=│)/, "") : row).concat(chosen(rows));
	let fault;
	await page.until(async () => {
		const grid = await page.grid();
		fault = come ? parted(cut(texts(grid)).join("\n"), cut(picture.rows.map(text_of)).join("\n")) : compare(grid, picture, false);
		return !fault;
	}, 1000);
	return fault;
}

/* A tab of that size. */
async function sized(file) {
	const page = await explorer(file);
	await page.open("#seed=3");
	await page.fit(120, 36);
	return page;
}

const hash = (page) => page.run("decodeURIComponent(location.hash)");

async function leads(tell, { file, source, event, plan, planned, long }) {
	const page = await sized(file);
	const places = [
		[`&view=${plan}&present`, ["--view", plan, "--present"]],
		[`&at=${event.id}&positions`, ["--at", event.id, "--keys", "v"]],
		[`&at=${event.quotes[0].id}`, ["--at", event.quotes[0].id], true],
		["&query=has%3Aquotes%20peace", ["--query", "has:quotes peace"]],
		[`&at=${event.id}`, ["--at", event.id], true],
		[`&view=${plan}`, ["--view", plan]],
		[`&present&at=${event.id}`, ["--at", event.id, "--present"]],
		["&quiz", ["--quiz"]],
		["&as-of=2022-04-01", ["--as-of", "2022-04-01"]],
	];
	for (const [fragment, words, come] of long ? places : places.slice(0, 4)) {
		await page.open(`#seed=3${fragment}`);
		tell(`#${fragment} is ${words.join(" ")}`, await is_at(page, source, words, come));
	}
	const made = await sized(planned.file);
	tell("a page of a lesson plan begins in it", await is_at(made, planned.source, ["--view", plan]));
	tell("nothing is said on the console", [...page.faults, ...made.faults].join("; "));
	await page.close();
	await made.close();
}

/* Moving writes the address; back and forward go there, and so does an address that is typed. */
async function follows(tell, { file, source, event, other }) {
	const page = await sized(file);
	const stands = (what) => page.until(async () => (await hash(page)).includes(what));
	await page.type(`:${event.id}<Enter>`);
	tell("the address follows", await stands(`at=${event.id}`) ? "" : await hash(page));
	await page.type(`:${other.id}<Enter>`);
	tell("and follows again", await stands(`at=${other.id}`) ? "" : await hash(page));
	await page.run("history.back()");
	tell("back leads back", await is_at(page, source, ["--at", event.id], true));
	await page.run("history.forward()");
	tell("forward leads on", await is_at(page, source, ["--at", other.id], true));
	const before = await page.run("history.length");
	await page.type("jjjkkk");
	tell("a step to the next is no page of the history", same(await page.run("history.length"), before));
	await page.run(`location.hash = "#at=${event.id}"`);
	tell("an address that is typed leads there", await is_at(page, source, ["--at", event.id], true));
	await page.type("v");
	tell("who stood where stands in the address", await stands("positions") ? "" : await hash(page));
	await page.run("history.back()");
	tell("back leads out of that", await is_at(page, source, ["--at", event.id], true));
	await page.type("p");
	tell("presenting stands in the address", await stands("present") ? "" : await hash(page));
	await page.run("history.back()");
	tell("back leads out of it", await is_at(page, source, ["--at", event.id], true));
	tell("nothing is said on the console", page.faults.join("; "));
	await page.close();
}

/* The handout is another page of the history; who comes back from it is where he was, also where nothing had been written yet, and
 * where somebody else said where to begin. */
async function returns(tell, { file, source, event, begun }) {
	const page = await sized(file);
	const handout = () => page.until(() => page.run("!document.documentElement.classList.contains('explorer')"));
	const back = async () => {
		tell("q shows the handout", await handout() ? "" : "it does not");
		await page.run("document.getElementById('explore').click()");
	};
	await page.type(`:${event.id}<Enter>`);
	await page.type("hJJJJq");
	const picture = await native(["--size", "120x36", "--keys", `:${event.id}<Enter>hJJJJ`, source]);
	const chosen = (rows) => (rows.find((row) => row.startsWith("▸")) || "none").replace(/│.*/, "");
	const wanted = chosen(picture.rows.map(text_of));
	await back();
	tell("and back is where one was", await page.until(async () => chosen(await page.text() || []) === wanted) ? "" :
		`${chosen(await page.text() || [])} for ${wanted}`);
	await page.type("q");
	await handout();
	await page.run("window.before = true; setTimeout(() => location.reload(), 50)");
	const read = () => page.run("!window.before && document.getElementById('way')?.hidden === false").catch(() => false);
	tell("read anew it is the handout still", await page.until(read, 20000) ? "" : "it is not");
	await page.close();
	const made = await explorer(begun.file);
	await made.open("");
	await made.fit(120, 36);
	tell("a page begins where its maker said", await made.until(async () => chosen(await made.text() || []).includes(begun.title)) ? "" :
		chosen(await made.text() || []));
	await made.type("q");
	await made.until(() => made.run("!document.documentElement.classList.contains('explorer')"));
	await made.run("document.getElementById('explore').click()");
	tell("and back leads there again", await made.until(async () => chosen(await made.text() || []).includes(begun.title)) ? "" :
		chosen(await made.text() || []));
	tell("nothing is said on the console", [...page.faults, ...made.faults].join("; "));
	await made.close();
}

/* What no place is called is said, whatever is written there, and the explorer goes on. */
async function refuses(tell, { file, long }) {
	const page = await sized(file);
	const last = () => page.text().then((rows) => rows ? rows.slice(-1)[0] : "");
	const fragments = [
		["at=nowhere-at-all", /nowhere-at-all/],
		["at=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%E2%80%AE%00%0A%1B%5B31m", /<img/],
		["at=%E0%A4%A", /./],
		["view=no-such-plan", /no-such-plan/],
		["colour=red", /colour/],
		["query=speaker%3A", /speaker/],
		["as-of=yesterday", /yesterday/],
		["at=" + "x".repeat(50000), /x/],
		["&&&===&at&=&view", /./],
		["seed=-1&seed=zz", /./],
	];
	for (const [fragment, said] of long ? fragments : fragments.slice(0, 3)) {
		const name = fragment.slice(0, 70);
		for (const how of ["opened", "typed"]) {
			if (how === "opened")
				await page.open(`#${fragment}`);
			else
				await page.run(`location.hash = ${JSON.stringify(`#&${fragment}`)}`);
			tell(`#${name}, ${how}: the last line says so`, await page.until(async () => said.test(await last()), 1000) ? "" : await last());
			await page.type("jjj");
			tell(`#${name}, ${how}: the explorer goes on`, await page.shows("▸") ? "" : (await page.text()).join("\n"));
		}
	}
	tell("nothing is run, or said on the console", page.faults.join("; ") || same(await page.run("document.images.length"), 0));
	await page.close();
}

module.exports = { parts: [leads, follows, returns, refuses] };
