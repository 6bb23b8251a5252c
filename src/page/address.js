/* address.js: the fragment of the page's address is the place at hand (page_place), so that a place can be mailed, and the
 * browser's back and forward lead through where one was; and the handout, which is the same page without the explorer.
 *
 * The address follows every step, in the entry of the browser's history that is there: going on to the next or the one before,
 * reading, scrolling, and all of a presentation. What leads elsewhere at once is a new entry: an event that was clicked, found or
 * named; another plan, day or query; presenting and the quiz. So back leads to where one was before that. What is looked at while
 * one still types is no place yet. */

/* Lines as of page_place, and the fragment that stands for them; the seed of lots, where the address has one. */
const address = { lines: "", fragment: "", seed: "", title: "", seen: "", written: -1000, timer: 0, going: false };

const FLAGS = ["present", "quiz"], MOST = 4000;

function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/* The lines of a fragment. A part that names nothing is an id, as in links of the handout. */
function lines_of(fragment) {
	const lines = fragment.slice(0, MOST).split("&").filter((part) => part).map((part) => {
		const at = part.indexOf("="), name = decoded(at < 0 ? part : part.slice(0, at));
		const value = at < 0 ? "" : decoded(part.slice(at + 1));
		return (at >= 0 ? `${name} ${value}` : FLAGS.includes(name) ? name : `at ${name}`).replace(/[\u0000-\u001f]/g, " ");
	});
	return lines.map((line) => `${line}\n`).join("");
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

/* Where to begin, which the address says, or else who made the page; returns the seed. */
function address_start() {
	const fragment = location.hash.slice(1), made = document.querySelector("script#place").textContent.trim();
	const lines = seed_take(made ? `${made}\n` : "");
	const asked = seed_take(lines_of(fragment));
	address.lines = asked || lines;
	address.seen = fragment;
	return address.seed ? +address.seed : crypto.getRandomValues(new Uint32Array(1))[0] % 9999 + 1;
}

/* Nothing is written before somebody moves. */
function address_begun() {
	address.lines = text_at(program.page_place(page));
	address.fragment = fragment_of(address.lines);
	presenting = /^present$/m.test(address.lines);
	title_write();
}

/* The event's heading stands in the handout. */
function title_write() {
	const id = address.lines.match(/^at (.*)$/m)?.[1];
	const there = id && el.handout.querySelector(`#${CSS.escape(id)}`)?.closest("article")?.querySelector("h3");
	const title = there ? `${there.textContent} · ${address.title}` : address.title;
	if (document.title !== title)
		document.title = title;
}

/* Browsers take no more than some changes a second. */
function address_write(push) {
	const OFTEN = 350, wait = address.written + OFTEN - performance.now();
	clearTimeout(address.timer);
	if (!push && wait > 0) {
		address.timer = setTimeout(() => address_write(false), wait);
		return;
	}
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
	const push = elsewhere || !(step || presenting);
	if (push && address.seen !== before) {
		const there = address.fragment;
		address.fragment = before;
		address.written = -1000;
		address_write(false);
		address.fragment = there;
	}
	address_write(push);
}

/* Somebody has gone back or forward, or typed an address. */
function address_changed() {
	const fragment = location.hash.slice(1), place = /=|^(present|quiz)$/.test(fragment) || !fragment;
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
	tell(() => program.page_go(page, put(seed_take(lines_of(fragment)))), true);
	address.going = false;
	title_write();
}

/* ---- the handout ---- */

function reading() {
	return !root.classList.contains("explorer");
}

/* A page cannot close itself: who quits, or would rather read, has the handout, at what was selected, and a way back. */
function read() {
	const id = address.lines.match(/^at (.*)$/m)?.[1];
	clearTimeout(address.timer);
	address.seen = id ? encodeURIComponent(id) : "handout";
	history.pushState({ reading: true }, "", `#${address.seen}`);
	read_show(id);
}

function read_show(id) {
	const there = id && el.handout.querySelector(`#${CSS.escape(id)}`);
	if (document.fullscreenElement)
		document.exitFullscreen().catch(() => {});
	clearTimeout(timer);
	root.classList.remove("explorer");
	el.way.hidden = false;
	scrollTo(0, 0);
	there?.scrollIntoView();
	el.explore.focus({ preventScroll: true });
}

function explore_show() {
	root.classList.add("explorer");
	el.way.hidden = true;
	window_fit();
	program.page_resize(page, cell.rows, cell.cols);
	show();
	time_ask();
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
