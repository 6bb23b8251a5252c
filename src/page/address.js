/* address.js: the fragment of the page's address is the place at hand (page_place), so that a place can be mailed, and the
 * browser's back and forward lead through where one was; and the handout, which is the same page without the explorer.
 *
 * The address follows every step, in the entry of the browser's history that is there: going on to the next or the one before,
 * reading, scrolling, and all of a presentation. What leads elsewhere at once is a new entry: an event that was clicked, found or
 * named; another plan, day or query; presenting, the quiz, who stood where. So back leads to where one was before that. What is looked at while
 * one still types is no place yet. */

/* Lines as of page_place, and the fragment that stands for them; the seed of lots, where the address has one. */
const address = { lines: "", fragment: "", seed: "", title: "", seen: "", written: -1000, timer: 0, going: false };

const FLAGS = ["present", "quiz", "positions"], MOST = 4000;

function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/* What of the handout has that id. */
function handed(id) {
	return el.handout.querySelector(`#${CSS.escape(id)}`);
}

/* The lines of a fragment. A part that names nothing is an id, as in links of the handout. */
function lines_of(fragment) {
	const lines = fragment.slice(0, MOST).split("&").filter((part) => part).map((part) => {
		const at = part.indexOf("="), name = decoded(at < 0 ? part : part.slice(0, at));
		const value = at < 0 ? "" : decoded(part.slice(at + 1));
		return (at >= 0 ? `${name} ${value}` : FLAGS.includes(name) && !handed(name) ? name : `at ${name}`)
			.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, " ");
	});
	return lines.map((line) => `${line}\n`).join("");
}

/* Whether lines have this one: a line ends where page_place ends it, and nowhere else. */
function has_line(lines, line) {
	return lines.split("\n").includes(line);
}

function id_of(lines) {
	return lines.split("\n").find((line) => line.startsWith("at "))?.slice(3);
}

function fragment_of(lines) {
	return lines.split("\n").filter((line) => line).map((line) => {
		const at = line.indexOf(" ");
		return at < 0 ? line : `${line.slice(0, at)}=${encodeURIComponent(line.slice(at + 1))}`;
	}).concat(address.seed ? [`seed=${address.seed}`] : []).join("&");
}

/* Takes the seed out of lines. */
function seed_take(lines) {
	const found = lines.match(/^seed ([0-9]{1,9})$/m);
	address.seed = found ? found[1] : address.seed;
	return lines.replace(/^seed .*\n/gm, "");
}

/* The lines that a fragment asks for; where it is empty, those of who made the page. */
function asked_of(fragment) {
	const made = document.querySelector("script#place").textContent.trim();
	const lines = seed_take(made ? `${made}\n` : "");
	return seed_take(lines_of(fragment)) || lines;
}

/* Where to begin; returns the seed. */
function address_start() {
	address.seen = location.hash.slice(1);
	address.lines = asked_of(history.state?.reading ? "" : address.seen);
	return address.seed ? +address.seed : crypto.getRandomValues(new Uint32Array(1))[0] % 9999 + 1;
}

/* Nothing is written before somebody moves. */
function address_begun() {
	address.lines = text_at(program.page_place(page));
	address.fragment = fragment_of(address.lines);
	presenting = has_line(address.lines, "present");
	title_write();
	if (history.state?.reading)
		read_show(decoded(address.seen));
}

/* The event's heading stands in the handout. */
function title_write() {
	const id = id_of(address.lines), there = id && handed(id)?.closest("article")?.querySelector("h3");
	const title = there ? `${there.textContent} · ${address.title}` : address.title;
	if (document.title !== title)
		document.title = title;
}

/* What an entry says of a step can wait until the key is answered; and browsers take no more than some changes a second. */
function address_write_soon() {
	const OFTEN = 350, AFTER = 50, wait = address.written + OFTEN - performance.now();
	clearTimeout(address.timer);
	address.timer = setTimeout(() => address_write(false), Math.max(wait, AFTER));
}

function address_write(push) {
	clearTimeout(address.timer);
	address.written = performance.now();
	address.seen = address.fragment;
	try {
		history[push ? "pushState" : "replaceState"](null, "", `#${address.fragment}`);
	} catch { /* too often: the next will do */ }
	title_write();
}

function without_at(fragment) {
	return fragment.replace(/(^|&)at=[^&]*/, "");
}

/* After an answer; `step` as in tell. */
function address_follow(step) {
	const before = address.fragment;
	address.lines = text_at(program.page_place(page));
	if (picture.cursor.seen)
		return;
	address.fragment = fragment_of(address.lines);
	if (address.going || address.fragment === before)
		return;
	const elsewhere = without_at(before) !== without_at(address.fragment);
	if (!elsewhere && (step || presenting)) {
		address_write_soon();
		return;
	}
	const there = address.fragment;
	address.fragment = before;
	address_settle();
	address.fragment = there;
	address_write(true);
}

/* Writes what waits to be written, before another entry comes. */
function address_settle() {
	if (address.seen !== address.fragment)
		address_write(false);
}

/* Somebody has gone back or forward, or typed an address. */
function address_changed() {
	const fragment = location.hash.slice(1), place = /=/.test(fragment) || FLAGS.includes(fragment) && !handed(fragment) || !fragment;
	if (failed)
		return;
	if (history.state?.reading) {
		address.seen = fragment;
		read_show(decoded(fragment));
		return;
	}
	if (reading()) {
		if (!place) /* a link within the handout */
			return;
		explore_show();
	}
	if (fragment === address.seen)
		return;
	clearTimeout(address.timer);
	address.seen = fragment;
	address.going = true;
	const seed = address.seed, lines = asked_of(fragment);
	if (address.seed === seed)
		tell(() => program.page_go(page, put(lines)), true);
	else /* other lots are other questions: all begins anew */
		tell(() => start_at(+address.seed, lines), true);
	address.going = false;
	title_write();
}

/* ---- the handout ---- */

function reading() {
	return !root.classList.contains("explorer");
}

/* A page cannot close itself: who quits, or would rather read, has the handout, at what was selected, and a way back. */
function read() {
	const id = id_of(address.lines);
	address_settle();
	clearTimeout(address.timer);
	address.seen = id ? encodeURIComponent(id) : "handout";
	history.pushState({ reading: true }, "", `#${address.seen}`);
	read_show(id);
}

function read_show(id) {
	const there = id && handed(id);
	if (document.fullscreenElement)
		document.exitFullscreen().catch(() => {});
	clearTimeout(timer);
	root.classList.remove("explorer");
	el.way.hidden = false;
	scrollTo(0, 0);
	there?.scrollIntoView();
	el.explore.focus({ preventScroll: true });
}

/* The window and the system's light may be others than they were. */
function explore_show() {
	root.classList.add("explorer");
	el.way.hidden = true;
	window_fit();
	tell(() => program.page_ground(page, light.matches ? 1 : 0), true);
	tell(() => program.page_resize(page, cell.rows, cell.cols) || DRAW, true);
	el.typed.focus({ preventScroll: true });
}

/* Back to where the handout was asked for, which is another entry of the history where links in it were followed. */
function explore() {
	if (history.state?.reading) {
		history.back();
		return;
	}
	explore_show();
	address_write(true);
}
