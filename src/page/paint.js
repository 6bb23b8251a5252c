/* paint.js: the picture. Rows of the grid become rows of the page: what is told of a row (page.h) is put together to as few pieces of
 * text as it can be, each of which keeps its columns whatever font is there. */

/* ---- cells ---- */

/* A cell is a whole number of the screen's dots each way, so that grounds and lines meet; the text is spaced to fit. Browsers count
 * the width of a box in 64ths of a pixel: a cell that is none of those would have boxes drift away from text. */
const cell = { width: 0, height: 0, even: true, advance: [0, 0], rows: 0, cols: 0 };
/* How wide what is not even is by itself, in plain letters and in bold. */
const widths = [new Map(), new Map()], WIDTHS_MOST = 5000;

/* Puts texts into a row that nobody sees, and returns their boxes and its own. */
function boxes_of(texts) {
	const row = document.createElement("div");
	row.className = "row probe";
	row.append(...texts.map(({ text, bold }) => {
		const span = document.createElement("span");
		span.className = bold ? "bold" : "";
		span.textContent = text;
		return span;
	}));
	el.grid.append(row);
	const boxes = [...row.childNodes, row].map((node) => node.getBoundingClientRect());
	row.remove();
	return boxes;
}

function cell_measure() {
	const dots = devicePixelRatio || 1, whole = (length) => Math.max(1, Math.round(length * dots)) / dots;
	const set = (lengths) => Object.entries(lengths).forEach(([name, length]) => el.desk.style.setProperty(`--${name}`, `${length}px`));
	const size = parseFloat(getComputedStyle(el.grid).fontSize), light = whole(size / 15), heavy = light * 3, height = whole(size * 1.28);
	set({ h: height });
	const probes = ["x", "i", "W"].flatMap((letter) => [0, 1].map((bold) => ({ text: letter.repeat(100), bold })));
	const boxes = boxes_of(probes), [plain, bold] = boxes, row = boxes[probes.length];
	const width = Math.round(whole(plain.width / 100) * 64) / 64;
	const even = boxes.every((box, n) => n === probes.length || Math.abs(box.width - boxes[n & 1].width) < 1);
	Object.assign(cell, { width, height, even, advance: [plain.width / 100, bold.width / 100] });
	/* A ground is as high as the row: `over` and `under` are what is left of it beside the letters. */
	set({ w: width, gap: width - cell.advance[0], "gap-bold": width - cell.advance[1],
		over: Math.max(0, plain.top - row.top), under: Math.max(0, row.bottom - plain.bottom), light, heavy,
		"y-light": whole((height - light) / 2), "y-heavy": whole((height - light) / 2) - light, "x-light": whole((width - light) / 2) });
	widths.forEach((known) => known.clear());
}

/* Whether a text keeps its columns without being measured, as ASCII does in a font of even letters. */
function is_even(text) {
	return cell.even && /^[ -~]*$/.test(text);
}

/* The texts of a row that have to be measured. */
function* texts_of(runs) {
	for (const part of parts_of(runs)) {
		const { plain, words, bold, line } = part[0];
		if (line || part.length > 1)
			yield { text: line_words(part), bold };
		else if (!plain)
			yield { text: words, bold };
		else if (!is_even(words))
			yield* [...words].map((text) => ({ text, bold }));
	}
}

/* Measures what is new in some rows, all at once. */
function widths_learn(rows) {
	const unknown = [];
	for (const known of widths)
		if (known.size > WIDTHS_MOST)
			known.clear();
	for (const runs of rows)
		for (const one of texts_of(runs))
			if (!widths[one.bold].has(one.text)) {
				widths[one.bold].set(one.text, 0);
				unknown.push(one);
			}
	if (unknown.length)
		boxes_of(unknown).forEach(({ width }, n) => unknown[n] && widths[unknown[n].bold].set(unknown[n].text, width));
}

/* Whether a character is as wide as a column by itself: the font has it. */
function fits(text, bold) {
	return is_even(text) || Math.abs(widths[bold].get(text) - cell.advance[bold]) < 0.02;
}

/* ---- the style sheet of inks, widths and shapes ---- */

const styles = { sheet: null, classes: new Map() };

function style_class(kind, value, rule) {
	const key = kind + value;
	let name = styles.classes.get(key);
	if (!name) {
		name = `${kind}${styles.classes.size}`;
		styles.classes.set(key, name);
		styles.sheet.insertRule(`#explorer .${name} { ${rule()} }`, styles.sheet.cssRules.length);
	}
	return name;
}

function hex(color) {
	return `#${color.toString(16).padStart(6, "0")}`;
}

function ink_class(text, back) {
	return style_class("i", `${text}/${back}`, () => `color: ${hex(text)}; background-color: ${hex(back)}`);
}

function width_class(cols) {
	return style_class("w", cols, () => `width: calc(${cols} * var(--w))`);
}

/* Lines and blocks as in ui/core/picture.c, which meet in any font: how heavy the line is to the left, right, up, down; eighths
 * filled from the bottom; whether the left half is. */
const shapes = { "─": [1, 1, 0, 0], "━": [2, 2, 0, 0], "│": [0, 0, 1, 1], "┬": [1, 1, 0, 1], "┴": [1, 1, 1, 0], "┼": [1, 1, 1, 1],
	"┭": [2, 1, 0, 1], "┮": [1, 2, 0, 1], "▁": [0, 0, 0, 0, 1], "▂": [0, 0, 0, 0, 2], "▃": [0, 0, 0, 0, 3], "▄": [0, 0, 0, 0, 4],
	"▅": [0, 0, 0, 0, 5], "▆": [0, 0, 0, 0, 6], "▇": [0, 0, 0, 0, 7], "█": [0, 0, 0, 0, 8], "▌": [0, 0, 0, 0, 0, true] };

function shape_rule([left, right, up, down, eighths, half]) {
	const parts = [], weight = ["", "light", "heavy"];
	const part = (x, y, width, height) => parts.push(`linear-gradient(currentColor, currentColor) ${x} ${y} / ${width} ${height} no-repeat`);
	const middle = "var(--x-light)", center = "var(--y-light)";
	if (left && left === right) {
		part("0", `var(--y-${weight[left]})`, "100%", `var(--${weight[left]})`);
	} else if (left) {
		part("0", `var(--y-${weight[left]})`, `calc(${middle} + var(--light))`, `var(--${weight[left]})`);
		part(middle, `var(--y-${weight[right]})`, "100%", `var(--${weight[right]})`);
	}
	if (up)
		part(middle, "0", "var(--light)", `calc(${center} + var(--light))`);
	if (down)
		part(middle, center, "var(--light)", "100%");
	if (eighths)
		part("0", "100%", "100%", `${eighths * 12.5}%`);
	if (half)
		part("0", "0", "50%", "100%");
	return `background: ${parts.join(", ")}`;
}

/* ---- painting ---- */

const picture = { rows: [], foot: [], text: -1, back: -1, cursor: { row: 0, col: 0, seen: false } };
const languages = new Map();

/* Never 0, which is that of the grid. */
function language(number) {
	if (!languages.has(number))
		languages.set(number, text_at(program.page_language(page, number)));
	return languages.get(number);
}

/* Short texts, which most are, without the cost of a decoder. */
function text_read(bytes, from, to) {
	if (to - from > 60)
		return decoder.decode(bytes.subarray(from, to));
	let text = "";
	for (let i = from; i < to;) {
		const b = bytes[i];
		if (b < 0x80) {
			text += String.fromCharCode(b);
			i++;
		} else if (b < 0xe0) {
			text += String.fromCharCode((b & 31) << 6 | bytes[i + 1] & 63);
			i += 2;
		} else if (b < 0xf0) {
			text += String.fromCharCode((b & 15) << 12 | (bytes[i + 1] & 63) << 6 | bytes[i + 2] & 63);
			i += 3;
		} else {
			text += String.fromCodePoint((b & 7) << 18 | (bytes[i + 1] & 63) << 12 | (bytes[i + 2] & 63) << 6 | bytes[i + 3] & 63);
			i += 4;
		}
	}
	return text;
}

/* As enum page_flag. */
const BOLD = 1, LOOKS = 7, PLAIN = 8, LINE_RIGHT = 32, LINE_ON = 64, LINES = 112;

/* The runs of a row, from the word `at` on; returns where the next row begins. */
function runs_read(words, bytes, at, count, runs) {
	for (let n = 0; n < count; n++) {
		const place = words[at], flags = words[at + 3], len = words[at + 4], from = (at + 5) * 4;
		runs.push({ col: place & 0xffff, cols: place >>> 16, text: words[at + 1], back: words[at + 2], bold: flags & BOLD,
			look: flags & LOOKS, plain: (flags & PLAIN) !== 0, line: flags & LINES, language: flags >>> 8 & 0xffff, words: text_read(bytes, from, from + len) });
		at += 5 + (len + 3 >> 2);
	}
	return at;
}

const looks = [0, 1, 2, 3, 4, 5, 6, 7].map((look) =>
	`${look & 1 ? " bold" : ""}${look & 2 ? " italic" : ""}${look & 4 ? " under" : ""}`);

/* A piece of a row is a text and what it is put into: nothing where it has no class. */
function piece_of(run, more) {
	const inked = run.text !== picture.text || run.back !== picture.back;
	const names = (inked ? ink_class(run.text, run.back) : "") + looks[run.look] + more;
	return { words: run.words, names, lang: run.language ? language(run.language) : "", size: 1, run };
}

/* Whether two runs can be one text. */
function same(a, b) {
	return a.text === b.text && a.back === b.back && a.look === b.look && a.language === b.language;
}

/* What keeps its columns by itself: characters of the font. */
function flows(run) {
	if (run.plain)
		return is_even(run.words) || [...run.words].every((c) => fits(c, run.bold));
	return run.cols === 1 && fits(run.words, run.bold);
}

function shape_class(sign) {
	return ` shape ${style_class("s", sign, () => shape_rule(shapes[sign]))}`;
}

/* What does not, in a box of its columns. */
function boxed(run, more) {
	const piece = piece_of(run, ` box ${width_class(run.cols)}${more}`);
	piece.size = Math.min(1, run.cols * cell.width / widths[run.bold].get(run.words));
	piece.run = null; /* nothing is joined to it */
	return piece;
}

function line_words(runs) {
	return runs.map((run) => run.words).join("");
}

function joined(runs) {
	return { ...runs[0], cols: runs.reduce((sum, run) => sum + run.cols, 0), words: line_words(runs) };
}

/* Letters that take their form from those beside them: of India and beyond. */
function shaped(run) {
	return /^[\u0900-\u0fff\u1000-\u109f\u1780-\u17ff]/.test(run.words);
}

/* The runs of a row one by one, but those of one line together, and the cells of one such word. */
function* parts_of(runs) {
	for (let n = 0, end; n < runs.length; n = end) {
		const joins = (next) => (runs[n].line ? next.line & LINE_ON : shaped(runs[n]) && shaped(next) && same(runs[n], next));
		end = n + 1;
		while (end < runs.length && joins(runs[end]))
			end++;
		yield runs.slice(n, end);
	}
}

/* One line in which something runs from right to left: the browser orders what is in its box. */
function line_piece(runs) {
	const piece = boxed({ ...joined(runs), look: 0, text: picture.text, back: picture.back, language: 0 }, " run");
	piece.dir = runs[0].line & LINE_RIGHT ? "rtl" : "ltr";
	piece.parts = runs.map((run) => piece_of(run, ""));
	return piece;
}

/* A plain run, character by character where the font lacks one. */
function run_pieces(run, pieces) {
	const shape = !run.plain && run.words in shapes ? shape_class(run.words) : "", last = pieces[pieces.length - 1];
	if (!flows(run) && run.plain && run.cols > 1) {
		let col = run.col;
		for (const words of run.words)
			run_pieces({ ...run, col: col++, cols: 1, words }, pieces);
	} else if (!flows(run)) {
		pieces.push(boxed(run, shape || " cell"));
	} else if (last && last.run && last.shape === shape && same(last.run, run)) {
		last.words += run.words;
	} else {
		pieces.push(Object.assign(piece_of(run, shape), { shape }));
	}
}

function row_pieces(runs) {
	const pieces = [];
	for (const part of parts_of(runs))
		if (part[0].line)
			pieces.push(line_piece(part));
		else if (part.length > 1)
			pieces.push(boxed(joined(part), " run"));
		else
			run_pieces(part[0], pieces);
	const last = pieces[pieces.length - 1];
	if (last && !last.names && !last.lang)
		last.words = last.words.trimEnd();
	return pieces;
}

function node_of(piece) {
	if (!piece.names && !piece.lang)
		return document.createTextNode(piece.words);
	const span = document.createElement("span");
	span.className = piece.names;
	if (piece.lang)
		span.lang = piece.lang;
	if (piece.dir)
		span.dir = piece.dir;
	if (piece.size < 1)
		span.style.fontSize = `${piece.size}em`;
	if (piece.parts)
		span.append(...piece.parts.map(node_of));
	else
		span.textContent = piece.words;
	return span;
}

function alike(a, b) {
	return a.words === b.words && a.names === b.names && a.lang === b.lang && a.size === b.size && !a.parts && !b.parts;
}

/* Only what has changed of a row is put there: the panes beside each other change apart. */
function row_paint(row, runs) {
	const before = row.pieces, after = row_pieces(runs), most = Math.min(before.length, after.length);
	let head = 0, tail = 0;
	while (head < most && alike(before[head], after[head]))
		head++;
	while (tail < most - head && alike(before[before.length - 1 - tail], after[after.length - 1 - tail]))
		tail++;
	const { childNodes, lastChild } = row.element, next = childNodes[before.length - tail] || null;
	for (let n = before.length - tail, gone = next ? next.previousSibling : lastChild; n > head; n--) {
		const { previousSibling } = gone;
		gone.remove();
		gone = previousSibling;
	}
	for (let n = head; n < after.length - tail; n++)
		row.element.insertBefore(node_of(after[n]), next);
	row.pieces = after;
}

function rows_fit(count) {
	while (picture.rows.length < count) {
		const element = document.createElement("div");
		element.className = "row";
		picture.rows.push({ element, pieces: [] });
		el.grid.insertBefore(element, el.caret);
	}
	while (picture.rows.length > count)
		picture.rows.pop().element.remove();
}

function paper_paint(text, back) {
	if (text === picture.text && back === picture.back)
		return;
	picture.text = text;
	picture.back = back;
	el.explorer.style.setProperty("--paper-text", hex(text));
	el.explorer.style.setProperty("--paper-back", hex(back));
}

/* Where letters go; in the picture it is the row that is selected. */
function cursor_paint(row, col, seen) {
	picture.cursor = { row, col, seen };
	el.caret.hidden = !seen;
	for (const { style } of [el.caret, el.typed]) {
		style.left = `${col * cell.width}px`;
		style.top = `${row * cell.height}px`;
	}
}

/* Paints what has changed since the last time. */
function paint() {
	const bytes = bytes_at(program.page_draw(page));
	const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
	const [count, text, back, row, col, seen] = words, rows = new Map();
	for (let n = 0, at = 6; n < count; n++) {
		const runs = [];
		rows.set(words[at], runs);
		at = runs_read(words, bytes, at + 2, words[at + 1], runs);
	}
	paper_paint(text, back);
	widths_learn(rows.values());
	for (const [number, runs] of rows)
		row_paint(picture.rows[number], runs);
	if (rows.has(cell.rows - 1))
		picture.foot = rows.get(cell.rows - 1);
	cursor_paint(row, col, seen === 1);
}
