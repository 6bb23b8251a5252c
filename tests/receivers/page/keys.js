/* keys.js: walks, each a list of keys as `truce snapshot --keys` names them, drawn by a fixed seed from the keys of the manual and
 * from words of a record; and the events by which a browser tells of such a key. */
"use strict";
const fs = require("node:fs");

/* ---- lots ---- */

function lots(seed) {
	let state = seed >>> 0;
	const number = () => {
		state = state + 0x6d2b79f5 >>> 0;
		let mixed = Math.imul(state ^ state >>> 15, state | 1);
		mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
		return (mixed ^ mixed >>> 14) >>> 0;
	};
	const below = (count) => number() % count;
	return { below, one: (list) => list[below(list.length)] };
}

/* ---- keys ---- */

const NAMED = {
	Tab: ["Tab", 9], Enter: ["Enter", 13], Esc: ["Escape", 27], Space: [" ", 32],
	Backspace: ["Backspace", 8], Bsp: ["Backspace", 8], Up: ["ArrowUp", 38],
	Down: ["ArrowDown", 40], Left: ["ArrowLeft", 37], Right: ["ArrowRight", 39], PgUp: ["PageUp", 33], PgDn: ["PageDown", 34],
	Home: ["Home", 36], End: ["End", 35], Del: ["Delete", 46], Ins: ["Insert", 45],
};
for (let n = 1; n <= 12; n++)
	NAMED[`F${n}`] = [`F${n}`, 111 + n];

/* What types text. */
const TEXTS = { Enter: "\r", Space: " " };

/* What a Russian keyboard has in the place of a Latin letter. */
const LATIN = "qwertyuiopasdfghjklzxcvbnm", CYRILLIC = "йцукенгшщзфывапролдячсмить";

/* The keys of a text in that notation. */
function split(keys) {
	return keys.match(/<[^<>]+>|[^]/gu) || [];
}

/* Where on a keyboard a character lies. */
function code_of(character) {
	const lower = character.toLowerCase(), at = CYRILLIC.indexOf(lower);
	const latin = at < 0 ? lower : LATIN[at];
	return /^[a-z]$/.test(latin) ? `Key${latin.toUpperCase()}` : /^[0-9]$/.test(latin) ? `Digit${latin}` : "";
}

/* What Input.dispatchKeyEvent takes for a key. */
function event_of(key) {
	let name = key === "<lt>" ? "<" : key.length > 2 ? key.slice(1, -1) : key, modifiers = 0;
	for (let held; (held = name.match(/^([CAS])-(?=.)/u)); name = name.slice(2))
		modifiers |= { A: 1, C: 2, S: 8 }[held[1]];
	if (NAMED[name] && key.length > 2)
		return { modifiers, key: NAMED[name][0], code: name === "Space" ? "Space" : NAMED[name][0],
			windowsVirtualKeyCode: NAMED[name][1], text: modifiers & 3 ? undefined : TEXTS[name] };
	if (name !== name.toLowerCase())
		modifiers |= 8;
	const code = code_of(name);
	return { modifiers, key: name, code, text: modifiers & 3 ? undefined : name,
		windowsVirtualKeyCode: code ? code.charCodeAt(code.length - 1) : 0 };
}

/* The keys of the manual but for those that a page cannot do as a terminal does, or the browser keeps for itself:
 *   edit, reload, suspend: it says what it cannot do, in other words than a terminal that can;
 *   leave, quit: in a page there is something behind the explorer (other tests press these);
 *   where: says the name of the file, which a page has none of;
 *   F5 reloads, C-f finds, C-l and its like are the browser's. */
const NOT_HERE = /^(edit|reload|suspend|leave|quit|where|redraw)$/, BROWSERS = /^<(F5|F11|F12|C-[ltnwrfps])>$/;

function manual_keys(file) {
	const keys = [];
	for (const [, list, action] of fs.readFileSync(file, "utf8").matchAll(/^\.It Ic (.*) Pq (.*)$/gm)) {
		if (NOT_HERE.test(action.replace(/\\/g, "")))
			continue;
		for (const name of list.replace(/\\e/g, "\\\\").split(" , ").map((name) => name.replace(/\\&|\\(?=-)/g, "").replace("\\\\", "\\")))
			keys.push(name === "<" ? "<lt>" : [...name].length > 1 ? `<${name}>` : name);
	}
	return [...new Set(keys)].filter((key) => !BROWSERS.test(key));
}

/* ---- words ---- */

/* Of a record as JSON: what may be typed at each prompt. */
function words_of(record) {
	const texts = [], ids = Object.keys(record.people || {}).concat(Object.keys(record.themes || {})), days = [], names = [];
	for (const person of Object.values(record.people || {}))
		names.push(person.name);
	for (const event of record.events) {
		ids.push(event.id);
		days.push(event.date.edtf, event.date.display);
		texts.push(event.title);
		for (const quote of event.quotes || []) {
			ids.push(quote.id);
			texts.push(quote.text, quote.original && quote.original.text);
		}
	}
	/* No q, which quits where there is no prompt. */
	const words = texts.filter(Boolean).flatMap((text) => text.match(/\p{L}{3,}/gu) || []).filter((word) => !/q/i.test(word));
	return { words, days: days.filter((day) => /^[-\w ]+$/.test(day)), ids, names,
		cyrillic: words.filter((word) => /\p{Script=Cyrillic}/u.test(word)) };
}

/* ---- walks ---- */

/* A few keys that belong together. */
function steps(lot, keys, words) {
	const typed = (text) => split(text.replace(/[<>\n]/g, " "));
	const key = () => lot.one(keys);
	const word = () => lot.below(4) || !words.cyrillic.length ? lot.one(words.words) : lot.one(words.cyrillic);
	const ended = () => split(lot.one(["<Enter>", "<Enter>n", "<Enter>nN", "<Esc>", "<Tab><Enter>", "<Down><Enter>", ""]));
	const part = (text) => text.slice(0, 2 + lot.below(text.length));
	return lot.one([
		() => [key()], () => [key()], () => [key()], () => [key(), key(), key()],
		() => [String(1 + lot.below(60)), lot.one(["G", "j", "J", "k", "*"])].flatMap((text) => [...text]),
		() => ["/", ...typed(word()), ...ended()],
		() => ["/", ...typed(`${word()} ${word()}`), "<Bsp>", ...ended()],
		() => ["&", ...typed(part(lot.one([word(), lot.one(words.names)]))), ...ended()],
		() => ["@", ...typed(lot.one(words.days)), ...ended()],
		() => [":", ...typed(lot.one([lot.one(words.ids), lot.one(words.days), lot.one(words.names)])), lot.one(["<Enter>", "<Esc>"])],
		() => [...lot.one("itsvMWc?")].concat(["j", lot.one(["<Enter>", "<Tab>", "<Down>", "l"])]),
		() => ["p", ...Array.from({ length: 1 + lot.below(6) }, () => lot.one(["<Space>", "<Space>", "n", "j", "k", "?", "<Enter>", "b"]))],
		() => ["w", ...Array.from({ length: 1 + lot.below(5) }, () => lot.one(["1", "2", "3", "<Enter>", "<Space>", "?"]))],
		() => ["c", lot.one(["J", "G", "j"]), "c"],
		() => [...lot.one(["о", "л", "д", "р", "ш", "м", "ф", "О"])],
		() => [lot.one(["<S-Down>", "<C-Right>", "j", "<S-Tab>", "<Del>", "<F1>", "<Ins>"])],
	])();
}

/* So many walks. */
function walks(count, manual, record) {
	const lot = lots(20220329), keys = manual_keys(manual), words = words_of(record);
	return Array.from({ length: count }, () => {
		const walk = [], length = 4 + lot.below(20);
		while (walk.length < length)
			walk.push(...steps(lot, keys, words));
		return walk;
	});
}

module.exports = { walks, manual_keys, split, event_of };
