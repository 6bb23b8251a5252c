/* walks.js: after the same keys the grid of the page is, cell for cell, what `truce snapshot` shows: each character in its column,
 * in its box to half a pixel, in its colours.
 *
 * What edits or reads again says in its own words why not, in either. */
"use strict";
const { explorer } = require("./grid.js");
const { native } = require("./native.js");
const { walks } = require("./keys.js");

const SIZES = [[80, 24], [120, 36], [200, 50]];

const MAY = [
	{ page: /a page edits no file/, native: /no file: / },
	{ page: /this page holds its record/, native: /no file: / },
];

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/* What a text has in each of so many columns: a character, or one with its marks; else all in the first. */
function divided(text, count) {
	const characters = [...text];
	const parts = characters.length === count ? characters : [...graphemes.segment(text)].map((part) => part.segment);
	return parts.length === count ? parts : [text];
}

/* The cells of a row, and what stands beside its column. Behind its text is paper. */
function cells_of(row, cols, { cell: [width], paper }) {
	const cells = Array.from({ length: cols }, () => null), astray = [];
	for (const piece of row.pieces) {
		const col = Math.round((piece.left - row.left) / width), count = Math.round(piece.width / width);
		const parts = divided(piece.text, count);
		if (Math.abs(piece.left - row.left - col * width) > 0.5 || Math.abs(piece.width - count * width) > 0.5 || !count)
			astray.push(`"${piece.text}" is ${(piece.left - row.left).toFixed(2)} + ${piece.width.toFixed(2)} px, where a column has ${width}`);
		for (let n = 0; n < count && col + n < cols; n++)
			cells[col + n] = { text: parts[n] || "", ink: piece.ink };
	}
	return { cells: cells.map((cell) => cell || { text: " ", ink: paper }), astray };
}

/* Of a blank nothing is seen but what it stands on, and a line below it. */
function seen(cell) {
	const [text, back, , , underline] = cell.ink.split(" ");
	return cell.text.trim() ? cell.ink : `${back} ${underline ? text : ""}`;
}

function text_of(cells) {
	return cells.map((cell) => cell.text).join("").trimEnd();
}

/* What is wrong with a row: words, or nothing. */
function unlike(row, wanted, grid, inks) {
	const { cells, astray } = cells_of(row, wanted.length, grid);
	const [here, there] = [text_of(cells), text_of(wanted)];
	if (MAY.some((may) => may.page.test(here) && may.native.test(there)))
		return "";
	const col = wanted.findIndex((cell, n) => cell.text !== cells[n].text);
	if (col >= 0)
		return `from column ${col}:\n\tpage   |${here}\n\tnative |${there}`;
	if (astray.length)
		return astray[0];
	const painted = inks ? wanted.findIndex((cell, n) => cell.text && seen(cell) !== seen(cells[n])) : -1;
	return painted < 0 ? "" : `column ${painted} ("${wanted[painted].text}") is ${seen(cells[painted])} for ${seen(wanted[painted])}`;
}

function compare(grid, wanted, inks) {
	if (!grid)
		return "there is no grid";
	if (grid.rows.length !== wanted.rows.length)
		return `${grid.rows.length} rows for ${wanted.rows.length}`;
	for (let n = 0; n < grid.rows.length; n++) {
		const fault = unlike(grid.rows[n], wanted.rows[n], grid, inks);
		if (fault)
			return `row ${n}, ${fault}`;
		if (n && Math.abs(grid.rows[n].top - grid.rows[n - 1].top - grid.rows[n - 1].height) > 0.5)
			return `there is a gap above row ${n}`;
	}
	return "";
}

/* Types a walk, and compares. */
async function walk(page, { keys, inks }, [cols, rows], wanted) {
	if (!await page.fit(cols, rows))
		return "the grid does not take that size";
	await page.anew();
	await page.type(keys);
	let fault;
	const picture = await wanted;
	await page.until(async () => { await page.rest(); return !(fault = compare(await page.grid(), picture, inks)); }, 1000);
	return fault;
}

/* All of them, in two tabs at once; the page is opened anew now and then, which takes longer than a walk. */
async function run(tell, { file, record, source, manual, long }) {
	const drawn = [[], ...walks(long ? 200 : 20, manual, record)].map((keys, n) => ({ keys, inks: n % 4 === 0 }));
	const words = (keys, size) => ["--theme", "dark", "--seed", "3", "--size", size.join("x"), "--keys", keys.join(""), source];
	await Promise.all([0, 1].map(async () => {
		const page = await explorer(file);
		await page.open("#seed=3");
		for (let one; (one = drawn.shift());) {
			if (drawn.length % 10 === 0)
				await page.open("#seed=3");
			for (const size of SIZES)
				tell(`${size.join("x")} ${one.keys.join("") || "no key"}`, await walk(page, one, size, native(words(one.keys, size))));
		}
		tell("nothing is said on the console", page.faults.join("; "));
		await page.close();
	}));
}

module.exports = { run, compare, text_of };
