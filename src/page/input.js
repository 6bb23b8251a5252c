/* input.js: keys, letters, pastes, the pointer and the bar for fingers, as what the program knows of (ui/core/input.h). */

/* Keys and buttons, as in ui/core/input.h. */
const NAMED = 0x110000, SHIFT = 1 << 24, ALT = 1 << 25, CONTROL = 1 << 26, TAB = 9, ENTER = 13, ESCAPE = 27, ERASE = 127;
const names = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End", "Delete", "Insert",
	"F1", "F2", "F3"];
const keys = new Map([["Tab", TAB], ["Enter", ENTER], ["Escape", ESCAPE], ["Backspace", ERASE],
	...names.map((name, n) => [name, NAMED + n])]);
const [UP, DOWN, LEFT, RIGHT] = [NAMED, NAMED + 1, NAMED + 2, NAMED + 3];
const PRESSED = 0, WHEEL_UP = 1, WHEEL_DOWN = 2, RELEASED = 3;

/* ---- keys ---- */

const mac = /^Mac|^iP/.test(navigator.platform);

/* Letters that do something with Control: everywhere, and where one types. The others are the browser's, as are those of which a
 * page is not told. */
const CONTROLLED = "bcdgouz", CONTROLLED_TYPING = "aehk";

function key_controlled(event) {
	const typed = event.key.toLowerCase();
	const letter = /^[a-z]$/.test(typed) ? typed : /^Key[A-Z]$/.test(event.code) ? event.code[3].toLowerCase() : "";
	const selected = "cxa".includes(letter) && !getSelection().isCollapsed;
	if (!letter || event.shiftKey || event.altKey || selected)
		return 0;
	if (CONTROLLED.includes(letter) || (picture.cursor.seen && CONTROLLED_TYPING.includes(letter)))
		return letter.charCodeAt(0) & 31;
	return 0;
}

function key_named(event) {
	const { key, altKey: alt, ctrlKey: control, shiftKey: shift } = event, number = keys.get(key);
	if (alt && (key === "ArrowLeft" || key === "ArrowRight" || key === "Home"))
		return 0; /* back, forward */
	if ((control && /^Page|^Tab|^Insert/.test(key)) || (shift && key === "Insert") || (alt && key === "Tab"))
		return 0; /* tabs, copying and pasting */
	if (key === "Backspace")
		return ERASE | (alt || control ? ALT : 0);
	if (key === "Tab")
		return TAB | (shift ? SHIFT : 0);
	if (number < NAMED)
		return number | (alt ? ALT : 0);
	return number | (shift ? SHIFT : 0) | (alt ? ALT : 0) | (control ? CONTROL : 0);
}

/* The key of an event as the program knows it; 0 where it is the browser's, or comes as text. */
function key_of(event) {
	const { key, altKey: alt, ctrlKey: control, metaKey: meta } = event;
	if (meta || event.isComposing || event.keyCode === 229)
		return 0;
	if (keys.has(key))
		return key_named(event);
	if ([...key].length !== 1)
		return 0;
	if (event.getModifierState("AltGraph") || (control && alt) || (mac && alt))
		return key.codePointAt(0);
	if (alt && !picture.cursor.seen)
		return 0; /* the browser's menus, and its line for addresses */
	return control ? key_controlled(event) : key.codePointAt(0) | (alt ? ALT : 0);
}

/* Keys that go from one thing to the next, for the address. */
const stepping = new Set([..."jkJKbnN[]+-_=fdu. "].map((c) => c.charCodeAt(0)).concat([2, 4, 21, UP, DOWN, NAMED + 4, NAMED + 5]));

function key_press(key, event) {
	return tell(() => program.page_key(page, key, now()), stepping.has(key & ~(SHIFT | ALT | CONTROL)), event);
}

/* Keys of what the browser has put the focus on are that's. */
function elsewhere(event) {
	return event.target instanceof Element && event.target.closest("a, button") && /^( |Enter|Tab)$/.test(event.key);
}

function key_down(event) {
	const key = reading() || elsewhere(event) ? 0 : key_of(event);
	if (!key) {
		if (event.ctrlKey && event.code === "KeyA" && !reading() && !picture.cursor.seen)
			event.preventDefault(), getSelection().selectAllChildren(el.grid);
		return;
	}
	/* Shift-Tab that leads nowhere in here leads to the handout's link. */
	if (key_press(key, event) !== NOTHING || key !== (TAB | SHIFT))
		event.preventDefault();
	if (document.activeElement === document.body && getSelection().isCollapsed)
		el.typed.focus({ preventScroll: true });
}

/* ---- letters that are no keys: of input methods, dead keys and the keyboards of phones ---- */

const STOP = "\u200b"; /* so that there is something to erase */
let typed = STOP;      /* what of the field has been told */

function typed_forget() {
	typed = el.typed.value = STOP;
	el.typed.setSelectionRange(1, 1);
}

/* Tells what differs from what was told: what is gone as Backspace, then what has come. */
function typed_tell(event) {
	const text = [...el.typed.value], was = [...typed];
	let same = 0;
	while (same < text.length && same < was.length && text[same] === was[same])
		same++;
	typed = el.typed.value;
	for (let n = was.length; n > same; n--)
		key_press(ERASE, event);
	for (const c of text.slice(same))
		key_press(c === "\n" ? ENTER : c.codePointAt(0), event);
}

/* On a phone every word is composed, and is told as it grows; elsewhere when it is done. */
function typed_input(event) {
	if (event.isComposing && !small.matches)
		return;
	typed_tell(event);
	if (!event.isComposing)
		typed_forget();
}

function typed_composed(event) {
	typed_tell(event);
	typed_forget();
}

/* The keyboard of a phone comes up where letters are typed. */
function typed_ready() {
	const mode = picture.cursor.seen ? "text" : "none";
	if (el.typed.inputMode === mode)
		return;
	el.typed.inputMode = mode;
	if (small.matches && !el.bar.hidden)
		keyboard_call(mode === "text");
}

function keyboard_call(wanted) {
	el.typed.inputMode = wanted ? "text" : "none";
	el.typed.blur();
	el.typed.focus({ preventScroll: true });
}

function pasted(event) {
	if (reading())
		return;
	const text = event.clipboardData.getData("text/plain");
	event.preventDefault();
	if (text)
		tell(() => program.page_paste(page, put(text), now()), false, event);
}

/* A copied stretch of the picture has no spaces at the ends of its lines, nor the bar of what is selected at their beginnings. */
function copied(event) {
	const text = String(getSelection());
	if (reading() || !text || event.target === el.typed && getSelection().isCollapsed)
		return;
	event.clipboardData.setData("text/plain", text.replace(/[ \u00a0]+$/gm, "").replace(/^▌ ?/gm, ""));
	event.preventDefault();
}

/* ---- the pointer ---- */

/* Mouse: a click is a press and a release; who drags selects text. Touch: a tap is a click. A finger that moves up or down takes the
 * text along, as a wheel does, three lines at a time; one that moves across turns to what is beside, as pages are turned: to the
 * left is Right. */
const pointer = { x: 0, y: 0, at: 0, moved: 0, down: false, touch: false, turned: 0, wheeled: 0 };

function place_of(x, y) {
	const box = el.grid.getBoundingClientRect(), within = (n, most) => Math.max(0, Math.min(most - 1, Math.floor(n)));
	return [within((y - box.top) / cell.height, cell.rows), within((x - box.left) / cell.width, cell.cols)];
}

function mouse(button, row, col, event) {
	const step = button === WHEEL_UP || button === WHEEL_DOWN;
	return tell(() => program.page_mouse(page, button, row, col, now()), step, event);
}

function click(row, col, event) {
	mouse(PRESSED, row, col, event);
	mouse(RELEASED, row, col, event);
}

function turn(lines, x, y, event) {
	const [row, col] = place_of(x, y);
	for (let n = Math.min(20, Math.abs(lines)); n > 0; n--)
		mouse(lines < 0 ? WHEEL_UP : WHEEL_DOWN, row, col, event);
}

/* Of panes that stand beside each other a drag selects in the one where it began: what stands beyond the lines between them, in any
 * row, cannot be selected until the next. */
function panes_part(x, y) {
	const row = picture.rows[place_of(x, y)[0]].element, middle = ({ left, right }) => (left + right) / 2;
	const bars = [...row.children].filter((piece) => piece.textContent === "│").map((bar) => middle(bar.getBoundingClientRect()));
	const from = Math.max(-Infinity, ...bars.filter((bar) => bar <= x)), to = Math.min(Infinity, ...bars.filter((bar) => bar > x));
	el.grid.querySelectorAll(".apart").forEach((piece) => piece.classList.remove("apart"));
	if (bars.length)
		picture.rows.forEach(({ element }) => [...element.childNodes].forEach((piece) => {
			const range = document.createRange();
			range.selectNodeContents(piece);
			const at = middle(range.getBoundingClientRect());
			if (at <= from || at >= to)
				piece_part(piece);
		}));
}

function piece_part(piece) {
	let box = piece;
	if (piece.nodeType === Node.TEXT_NODE) {
		box = document.createElement("span");
		piece.replaceWith(box);
		box.append(piece);
	}
	box.classList.add("apart");
}

function pointer_down(event) {
	if (event.pointerType === "mouse" && event.button === 0 && !event.shiftKey)
		panes_part(event.clientX, event.clientY);
	Object.assign(pointer, { x: event.clientX, y: event.clientY, moved: 0, turned: 0, at: event.timeStamp,
		touch: event.pointerType !== "mouse", down: event.isPrimary && event.button === 0 });
}

/* A double click marks no word, and a tap does not take the focus from where letters go. */
function mouse_down(event) {
	if (event.detail > 1 || pointer.touch)
		event.preventDefault();
}

function pointer_move(event) {
	if (!pointer.down || !event.isPrimary)
		return;
	const across = event.clientX - pointer.x, along = event.clientY - pointer.y, notch = 3 * cell.height;
	pointer.moved = Math.max(pointer.moved, Math.hypot(across, along));
	if (!pointer.touch || Math.abs(across) > Math.abs(along))
		return;
	const lines = Math.trunc(-along / notch) - pointer.turned;
	pointer.turned += lines;
	turn(lines, pointer.x, pointer.y, event);
}

function pointer_up(event) {
	const HELD = 500, SLIP = 8, SWIPE = 50;
	if (!pointer.down || !event.isPrimary)
		return;
	pointer.down = false;
	const across = event.clientX - pointer.x, along = event.clientY - pointer.y, { touch } = pointer;
	if (pointer.moved < SLIP && getSelection().isCollapsed && (!touch || event.timeStamp - pointer.at < HELD))
		click(...place_of(pointer.x, pointer.y), event);
	else if (touch && !pointer.turned && Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(along))
		key_press(across < 0 ? RIGHT : LEFT, event);
	if (getSelection().isCollapsed)
		el.typed.focus({ preventScroll: true });
}

function wheel(event) {
	const notch = 3 * cell.height, delta = event.deltaMode ? event.deltaY * cell.height : event.deltaY;
	if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
		return; /* larger letters; back and forward */
	event.preventDefault();
	if (Math.abs(delta) >= notch) {
		pointer.wheeled = 0;
		turn(Math.sign(delta) * Math.max(1, Math.round(Math.abs(delta) / 120)), event.clientX, event.clientY, event);
		return;
	}
	pointer.wheeled += delta;
	const lines = Math.trunc(pointer.wheeled / notch);
	pointer.wheeled -= lines * notch;
	turn(lines, event.clientX, event.clientY, event);
}

/* ---- the bar, for fingers ---- */

/* What stands in the last row, part by part: keys are bold. */
function* hints() {
	let part = null;
	for (const run of picture.foot) {
		for (const piece of run.words.matchAll(/ {2,}|(?:[^ ]| (?! ))+/g)) {
			const gap = piece[0].startsWith("  ") || (piece[0] === " " && !part);
			if (gap && part)
				yield part;
			if (gap) {
				part = null;
				continue;
			}
			part ??= { col: run.col + piece.index, pieces: [] };
			part.pieces.push({ text: piece[0], bold: run.bold });
		}
	}
	if (part)
		yield part;
}

function hint_button({ col, pieces }) {
	const keyed = pieces.some((piece) => piece.bold), button = document.createElement(keyed ? "button" : "span");
	button.className = keyed ? "item" : "told";
	if (keyed)
		button.dataset.col = col;
	for (const { text, bold } of pieces) {
		const part = document.createElement(bold ? "b" : "span");
		part.textContent = text;
		button.append(part);
	}
	return button;
}

/* The bar has the last row, but for one in which somebody types. */
function bar_paint() {
	const typing = picture.cursor.seen && picture.cursor.row === cell.rows - 1;
	const hidden = !el.bar.hidden && !typing;
	el.sheet.style.height = `${(cell.rows - (hidden ? 1 : 0)) * cell.height}px`;
	el.hints.hidden = typing;
	if (el.bar.hidden || picture.barred === picture.foot)
		return;
	picture.barred = picture.foot;
	el.hints.replaceChildren(...[...hints()].map(hint_button));
}

function bar_click(event) {
	const button = event.target.closest("button");
	if (button === el.letters)
		keyboard_call(el.typed.inputMode === "none" || document.activeElement !== el.typed);
	else if (button?.dataset.key)
		key_press(keys.get(button.dataset.key) ?? button.dataset.key.codePointAt(0), event);
	else if (button?.dataset.col)
		click(cell.rows - 1, +button.dataset.col, event);
}
