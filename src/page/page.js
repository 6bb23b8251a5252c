/* page.js: the explorer's shell in a browser, as src/term is its shell in a terminal. It gives the program (page.h) the time, the
 * size of the window, and what input.js makes of keys and fingers; paint.js paints what that says has changed, and address.js keeps
 * the address. No text of the record becomes anything but text here, and nothing is stored or asked for.
 *
 * The four are one script. It stands in the head, so that the handout is put aside before anything is painted. */
"use strict";
const root = document.documentElement;
root.classList.add("explorer");

/* What an answer asks for, as enum page_next. */
const NOTHING = 0, DRAW = 1, COPY = 2, LEAVE = 3;
const el = {};    /* elements of the shell, by id; none of the handout's stands before them */
let started = 0;   /* when, in milliseconds of the browser's clock */
let program, page; /* the exports, and the struct page that they take */
let failed = false;

/* ---- the program ---- */

const encoder = new TextEncoder(), decoder = new TextDecoder();

function unpacked(text) {
	if (Uint8Array.fromBase64)
		return Uint8Array.fromBase64(text);
	const letters = atob(text), bytes = new Uint8Array(letters.length);
	for (let i = 0; i < letters.length; i++)
		bytes[i] = letters.charCodeAt(i);
	return bytes;
}

/* What it imports of WASI is never needed; whatever is asked, there is no such file. */
function stand_ins(module) {
	const BAD_FILE = 8, rooms = {};
	for (const { module: room, name } of WebAssembly.Module.imports(module)) {
		rooms[room] ??= {};
		rooms[room][name] = name === "proc_exit" ? (status) => { throw new Error(`it ended with status ${status}`); } : () => BAD_FILE;
	}
	return rooms;
}

/* Begins as soon as all of the program has come: what is read is still on its way while it is unpacked and compiled. */
let loading = null;

function program_await() {
	const observer = new MutationObserver(() => {
		if (!document.querySelector("script#program")?.nextSibling)
			return;
		observer.disconnect();
		loading ??= program_load();
		loading.catch(() => {}); /* start tells it */
	});
	observer.observe(root, { childList: true, subtree: true });
}

async function program_load() {
	if (!self.WebAssembly)
		throw new Error("this browser runs no WebAssembly");
	if (!self.DecompressionStream)
		throw new Error("this browser is too old to unpack it");
	const bytes = unpacked(document.querySelector("script#program").textContent.trim());
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
	const module = await WebAssembly.compileStreaming(new Response(stream, { headers: { "Content-Type": "application/wasm" } }));
	program = (await WebAssembly.instantiate(module, stand_ins(module))).exports;
	program._initialize?.();
	page = program.page_create();
}

/* Bytes that an answer leads to; valid until the next call. */
function bytes_at(address) {
	return new Uint8Array(program.memory.buffer, address, program.page_len(page));
}

function text_at(address) {
	return decoder.decode(bytes_at(address));
}

/* Puts text into the room; returns how many bytes. */
function put(text) {
	const bytes = encoder.encode(text);
	const room = program.page_room(page, bytes.length);
	new Uint8Array(program.memory.buffer, room, bytes.length).set(bytes);
	return bytes.length;
}

/* ---- what happens ---- */

let told = null, timer = 0; /* when the program was told the time, while it asks for it */

function now() {
	return Math.round(performance.now() - started);
}

/* Tells it what happens, after the time that has passed; `step` where it leads no further than the next thing. */
function tell(input, step, event) {
	const began = performance.now();
	let next = NOTHING;
	if (reading() || failed)
		return NOTHING;
	try {
		answer(time_pass(), true);
		next = input();
		answer(next, step);
		time_ask();
	} catch (error) {
		fail(error);
	}
	if (event)
		el.grid.dataset.ms = (performance.now() - began).toFixed(2);
	return next;
}

function time_pass() {
	const then = told;
	if (then === null)
		return NOTHING;
	told = now();
	return program.page_tick(page, told - then);
}

function time_ask() {
	const ms = program.page_wake(page);
	clearTimeout(timer);
	told = ms < 0 ? null : told ?? now();
	if (ms >= 0)
		timer = setTimeout(() => tell(() => NOTHING, true), ms);
}

function answer(next, step) {
	if (next === NOTHING)
		return;
	if (next === COPY)
		copy(text_at(program.page_copied(page)));
	if (next === LEAVE) {
		read();
		return;
	}
	show();
	address_follow(step);
	screen_fill();
}

function show() {
	paint();
	bar_paint();
	typed_ready();
	said_soon();
}

/* For who listens: the row that is selected, once one has stopped moving. */
let saying = 0;

function said_soon() {
	clearTimeout(saying);
	saying = setTimeout(() => {
		el.said.textContent = picture.rows[picture.cursor.row].element.textContent.replace(/[│▌▸─━]+/g, " ").trim();
	}, 250);
}

async function copy(text) {
	try {
		await navigator.clipboard.writeText(text);
	} catch {
		copy_selected(text);
	}
}

/* As browsers did it before, and do it where a page is a file. */
function copy_selected(text) {
	const area = document.createElement("textarea");
	area.value = text;
	el.explorer.append(area);
	area.select();
	document.execCommand("copy");
	area.remove();
	el.typed.focus({ preventScroll: true });
}

/* ---- the window ---- */

/* Fingers, or a small screen; not a mouse's window that is narrow, as it becomes by larger letters. */
const small = matchMedia("(pointer: coarse), (max-width: 40rem) and (pointer: none)");
const light = matchMedia("(prefers-color-scheme: light)");

/* As many whole cells as there is room for; what is left is margin. On a phone the bar has the last row. Whether it is another
 * size than before. */
function window_fit() {
	const view = self.visualViewport, whole = view && view.scale === 1 ? view.height : innerHeight;
	const before = `${cell.rows}x${cell.cols}/${cell.width}/${el.bar.hidden}`;
	el.explorer.style.height = `${whole}px`;
	el.explorer.style.top = `${view && view.scale === 1 ? view.offsetTop : 0}px`;
	el.bar.hidden = !small.matches;
	el.hints.hidden = false;
	el.desk.style.fontSize = "";
	cell_measure();
	if (document.fullscreenElement && filled)
		letters_enlarge();
	const { clientWidth: width, clientHeight: height } = el.desk;
	const spare = el.bar.hidden ? 0 : 1;
	cell.cols = Math.max(1, Math.min(1000, Math.floor(width / cell.width + 0.01)));
	cell.rows = Math.max(1, Math.min(1000, Math.floor(height / cell.height + 0.01))) + spare;
	const dots = devicePixelRatio || 1, middle = (rest) => `${Math.floor(Math.max(0, rest) / 2 * dots) / dots}px`;
	el.sheet.style.width = `${cell.cols * cell.width}px`;
	el.sheet.style.left = middle(width - cell.cols * cell.width);
	el.sheet.style.top = middle(height - (cell.rows - spare) * cell.height);
	el.grid.dataset.rows = cell.rows;
	el.grid.dataset.cols = cell.cols;
	rows_fit(cell.rows);
	return before !== `${cell.rows}x${cell.cols}/${cell.width}/${el.bar.hidden}`;
}

/* On a wall letters are as large as so many columns leave them: what a class can read. */
function letters_enlarge() {
	const WALL = 110, larger = el.desk.clientWidth / (WALL * cell.width);
	if (larger <= 1)
		return;
	el.desk.style.fontSize = `${parseFloat(getComputedStyle(el.desk).fontSize) * larger}px`;
	cell_measure();
}

/* The window may keep its size where the screen's dots do not: on another screen. */
function dots_watch() {
	matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => { window_changed(); dots_watch(); }, { once: true });
}

function window_changed() {
	if (!reading() && window_fit())
		tell(() => program.page_resize(page, cell.rows, cell.cols) || DRAW, true);
}

/* A presentation fills the screen, by the key or tap that begins it. Who leaves the full screen by Esc, which the browser keeps
 * for itself, goes on presenting in the window; Esc there leads out of it as in a terminal. */
let presenting = false, filled = false;

function screen_fill() {
	const was = presenting;
	presenting = has_line(address.lines, "present");
	if (presenting && !was && !address.going && root.requestFullscreen && navigator.userActivation?.isActive !== false) {
		filled = true;
		root.requestFullscreen({ navigationUI: "hide" }).catch(() => { filled = false; });
	} else if (was && !presenting && filled && document.fullscreenElement) {
		document.exitFullscreen().catch(() => {});
	}
	filled &&= presenting;
}

/* ---- the beginning, and the end ---- */

/* The handout is there whatever happens; a line above it says why it is all there is. */
function fail(error) {
	failed = true;
	clearTimeout(address.timer);
	clearTimeout(saying);
	root.classList.remove("explorer");
	clearTimeout(timer);
	el.way.hidden = true;
	el.trouble.hidden = false;
	el.trouble.textContent = `The explorer does not run here: ${error.message}. What it shows can be read below.`;
}

function record_open() {
	const record = document.querySelector("script#record").textContent;
	if (!program.page_open(page, put(record)))
		throw new Error(`its record cannot be read (${text_at(program.page_text(page)).trim().split("\n")[0]})`);
}

/* All that is the page's own begins at a place, with a seed of lots. */
function start_at(seed, lines) {
	program.page_start(page, cell.rows, cell.cols, light.matches ? 1 : 0, seed, put(lines));
	return DRAW;
}

function begin() {
	const seed = address_start(), tag = text_at(program.page_language(page, 0));
	el.grid.lang = el.name.lang = tag || root.lang;
	window_fit(); /* which may have changed since */
	start_at(seed, address.lines);
	show();
	address_begun();
	time_ask();
	el.typed.focus({ preventScroll: true });
	requestAnimationFrame(() => { el.grid.dataset.first = performance.now().toFixed(1); });
}

function listen() {
	addEventListener("keydown", key_down);
	addEventListener("paste", pasted);
	addEventListener("copy", copied);
	el.typed.addEventListener("input", typed_input);
	el.typed.addEventListener("compositionend", typed_composed);
	el.desk.addEventListener("mousedown", mouse_down);
	el.desk.addEventListener("pointerdown", pointer_down);
	addEventListener("pointermove", pointer_move);
	addEventListener("pointerup", pointer_up);
	addEventListener("pointercancel", () => { pointer.down = false; });
	el.desk.addEventListener("wheel", wheel, { passive: false });
	el.bar.addEventListener("pointerdown", (event) => event.preventDefault()); /* the focus stays where letters go */
	el.bar.addEventListener("mousedown", (event) => event.preventDefault());
	el.bar.addEventListener("click", bar_click);
	el.read.addEventListener("click", (event) => { event.preventDefault(); read(); });
	el.explore.addEventListener("click", explore);
	addEventListener("popstate", address_changed);
	addEventListener("hashchange", address_changed);
	addEventListener("resize", window_changed);
	addEventListener("fullscreenchange", window_changed);
	dots_watch();
	self.visualViewport?.addEventListener("resize", window_changed);
	small.addEventListener("change", window_changed);
	light.addEventListener("change", () => tell(() => program.page_ground(page, light.matches ? 1 : 0), true));
}

async function start() {
	for (const id of ["explorer", "read", "name", "said", "desk", "sheet", "grid", "caret", "typed", "bar", "hints", "letters", "way",
		"explore", "trouble", "handout"])
		el[id] = document.getElementById(id);
	try {
		el.name.textContent = address.title = document.title;
		const style = document.createElement("style");
		document.head.append(style);
		styles.sheet = style.sheet;
		loading ??= program_load();
		window_fit(); /* while others unpack and compile */
		await loading;
		started = performance.now();
		record_open();
		begin();
		listen();
	} catch (error) {
		fail(error);
	}
}

if (document.readyState === "loading") {
	program_await();
	addEventListener("DOMContentLoaded", start);
} else {
	start();
}
