/* Three things are ambiguous, and time decides them. An Esc without more is the key, though the rest
 * of an arrow may come late: then the arrow counts as well. `Esc [` is typed by nobody at once, so
 * it is waited for. `Esc ]` begins an answer, or is Alt-]: what follows in the same moment, or looks
 * as an answer must look, belongs to it; what was held in doubt is never lost. */
#include "term/grammar.h"

#include "term/answer.h"

#include "base/text.h"

#include <string.h>

enum { ESC = INPUT_ESCAPE, BEL = 7, STRING_TERMINATOR = 0x9c };

/* Milliseconds: a burst of bytes goes on, no line is so slow between two bytes, the rest of a
 * sequence that is half there, of a string, of a paste. */
enum {
	WAIT_BURST = 50,
	WAIT_SLOW = 400,
	WAIT_SEQUENCE = 2000,
	WAIT_STRING = 5000,
	WAIT_PASTE = 1500
};

/* How many keys typed into a string or a paste whose end is lost prove that it is, and the bytes of
 * one. */
enum { SINGLES_MOST = 8, SINGLE_LENGTH = 8 };

enum { PAUSES_MOST = 4, STRING_MOST = 1 << 20 };

void grammar_tell(struct grammar *g, int32_t key)
{
	if (key != INPUT_NONE && g->ready_count < GRAMMAR_READY)
		g->ready[g->ready_count++] = key;
}

static void keys_hold(struct grammar *g, unsigned char byte)
{
	if (g->held_count < GRAMMAR_HELD)
		g->held[g->held_count++] = byte;
	else
		g->late = false; /* nobody types that much */
}

static void keys_begin(struct grammar *g, enum grammar_state state, unsigned char byte)
{
	g->state = state;
	g->sequence = (struct sequence){0};
	g->held_count = 0;
	g->length = g->quiet = g->pauses = g->singles = 0;
	g->ends = g->single = false;
	keys_hold(g, byte);
}

static void keys_over(struct grammar *g)
{
	g->state = KEYS_PLAIN;
	g->alt = g->late = false;
	g->held_count = 0;
}

/* What was held was typed: the first of it with Alt, unless that was told as an Esc. */
static void keys_typed(struct grammar *g)
{
	unsigned char held[GRAMMAR_HELD];
	int count = g->held_count;
	bool late = g->late;
	memcpy(held, g->held, (size_t)count);
	if (g->alt)
		grammar_tell(g, INPUT_ESCAPE);
	keys_over(g);
	g->alt = !late;
	for (int i = 0; i < count; i++)
		grammar_byte(g, held[i]);
}

/* ---- characters ---- */

/* The openers of sequences that are one character, which nobody types. */
static void keys_control(struct grammar *g, wchar_t sign)
{
	switch (sign) {
	case 0x9b:
		keys_begin(g, KEYS_CSI, '[');
		break;
	case 0x8f:
		keys_begin(g, KEYS_SS3, 'O');
		break;
	case 0x90:
	case 0x98:
	case 0x9d:
	case 0x9e:
	case 0x9f:
		keys_begin(g, KEYS_STRING, (unsigned char)(sign - 0x40));
		g->single = true;
		break;
	default:
		break;
	}
	g->alt = g->late = false;
}

static void keys_character(struct grammar *g, wchar_t sign)
{
	bool alt = g->alt;
	g->alt = false;
	if (sign >= 0x80 && sign < 0xa0)
		keys_control(g, sign);
	else if (sign > 0 && sign < INPUT_FIRST_NAMED && (sign < 0xd800 || sign > 0xdfff))
		grammar_tell(g, (int32_t)sign | (alt ? INPUT_ALT : 0));
}

static void keys_plain(struct grammar *g, unsigned char byte)
{
	bool inside = !mbsinit(&g->character);
	char text = (char)byte;
	wchar_t sign = byte;
	size_t got = (size_t)-1;
	if (byte >= ' ' || byte == '\t')
		got = mbrtowc(&sign, &text, 1, &g->character);
	if (got == (size_t)-2)
		return;
	if (got == (size_t)-1) { /* a control, or of no character: begin again */
		g->character = (mbstate_t){0};
		if (g->alt && (inside || byte >= 0x80)) {
			g->alt = false;
			grammar_tell(g, INPUT_ESCAPE);
		}
		sign = byte < 0x80 ? byte : 0;
	}
	if (byte == ESC) {
		g->alt = false;
		g->state = KEYS_ESCAPE;
		return;
	}
	if (byte == '\n') /* C-j, or Enter typed before the terminal was ours */
		sign = INPUT_ENTER;
	if (byte == '\b')
		sign = INPUT_ERASE;
	keys_character(g, sign);
}

static void keys_escape(struct grammar *g, unsigned char byte)
{
	bool twice = g->state == KEYS_ESCAPE_TWICE;
	if (byte == ESC) {
		if (twice)
			grammar_tell(g, INPUT_ESCAPE);
		g->state = KEYS_ESCAPE_TWICE;
		return;
	}
	if (byte == '[' || byte == 'O') {
		keys_begin(g, byte == '[' ? KEYS_CSI : KEYS_SS3, byte);
		g->alt = twice;
		return;
	}
	if (twice)
		grammar_tell(g, INPUT_ESCAPE);
	if (byte != 0 && strchr("]P_^X", byte)) {
		keys_begin(g, KEYS_DOUBT, byte);
		return;
	}
	g->state = KEYS_PLAIN;
	g->alt = true;
	keys_plain(g, byte);
}

/* Esc was told, and what follows may have belonged to it. */
static void keys_late(struct grammar *g, unsigned char byte)
{
	g->state = KEYS_PLAIN;
	if (byte == 0 || !strchr("[O]P_^X", byte)) {
		keys_plain(g, byte);
		return;
	}
	keys_begin(g, byte == '[' ? KEYS_CSI : byte == 'O' ? KEYS_SS3 : KEYS_DOUBT, byte);
	g->late = true;
}

/* ---- sequences ---- */

/* A byte that cannot stand in the sequence: what comes instead counts. */
static void keys_broken(struct grammar *g, unsigned char byte)
{
	if (g->late || g->held_count == 1)
		keys_typed(g);
	else
		keys_over(g);
	grammar_byte(g, byte);
}

/* The sequence is complete: it is a key, or a terminal's answer, or was typed after all. */
static void keys_complete(struct grammar *g, int32_t key, bool answer)
{
	int32_t alt = g->alt ? INPUT_ALT : 0;
	if (key == INPUT_NONE && g->late && !answer) {
		keys_typed(g);
		return;
	}
	if (key == INPUT_NONE && alt)
		grammar_tell(g, INPUT_ESCAPE); /* it stood alone, before the answer */
	keys_over(g);
	grammar_tell(g, key == INPUT_NONE ? key : key | alt);
}

/* The left button pressed or released, or a turn of the wheel, whatever is held down with it; nothing
 * else counts. The old form does not say which button was released: 3. */
static void keys_mouse(struct grammar *g, bool pressed)
{
	enum { LEFT = 0, RELEASED = 3, UP = 64, DOWN = 65, HELD = 4 | 8 | 16 };
	const int *report = g->sequence.number;
	int button = report[0] & ~HELD;
	bool old = g->state == KEYS_MOUSE_OLD, wheel = button == UP || button == DOWN;
	keys_over(g);
	if (old && button == RELEASED) {
		button = LEFT;
		pressed = false;
	}
	if (button != LEFT && (!wheel || !pressed))
		return;
	g->mouse.button = button == UP ? INPUT_WHEEL_UP
		: button == DOWN       ? INPUT_WHEEL_DOWN
		: pressed              ? INPUT_LEFT_BUTTON
				       : INPUT_LEFT_RELEASED;
	g->mouse.col = report[1] > 0 ? report[1] - 1 : 0;
	g->mouse.row = report[2] > 0 ? report[2] - 1 : 0;
	grammar_tell(g, GRAMMAR_MOUSE);
}

static void keys_mouse_old(struct grammar *g, unsigned char byte)
{
	if (byte < ' ') {
		keys_over(g);
		grammar_byte(g, byte);
		return;
	}
	g->sequence.number[g->length++] = byte - ' ';
	if (g->length == 3)
		keys_mouse(g, true);
}

static void keys_csi(struct grammar *g, unsigned char byte)
{
	struct sequence *sequence = &g->sequence;
	if (sequence->length == 0 && byte == 'M' && !g->late) {
		g->state = KEYS_MOUSE_OLD;
		return;
	}
	if (sequence->length == 0 && byte == '[') {
		g->state = KEYS_CSI_LINUX;
		keys_hold(g, byte);
		return;
	}
	if (!sequence_add(sequence, byte)) {
		keys_broken(g, byte);
		return;
	}
	keys_hold(g, byte);
	if (sequence->final == 0)
		return;
	if (sequence->marker == '<' && (byte == 'M' || byte == 'm') && sequence->at == 2) {
		keys_mouse(g, byte == 'M');
	} else if (byte == '~' && sequence->number[0] == 200 && !sequence->marker) {
		keys_over(g);
		g->state = KEYS_PASTE;
		g->singles = g->quiet = 0;
		g->ends = false;
		paste_begin(&g->paste);
	} else {
		keys_complete(g, sequence_key(sequence), answer_is_sequence(sequence));
	}
}

/* The Linux console's F1 to F5. */
static void keys_csi_linux(struct grammar *g, unsigned char byte)
{
	if (byte < ' ' || byte > '~') {
		keys_broken(g, byte);
		return;
	}
	keys_hold(g, byte);
	keys_complete(g, byte >= 'A' && byte <= 'E' ? INPUT_F1 + (byte - 'A') : 0, false);
}

/* Some terminals put before the letter what is held down, behind a 1 or alone. */
static void keys_ss3(struct grammar *g, unsigned char byte)
{
	struct sequence *sequence = &g->sequence;
	if (byte < ' ' || byte > '~') {
		keys_broken(g, byte);
		return;
	}
	keys_hold(g, byte);
	if ((byte >= '0' && byte <= '9') || byte == ';')
		sequence_add(sequence, byte);
	else
		keys_complete(g, sequence_key_applied(sequence->number[sequence->at > 0], byte),
			sequence->at > 0);
}

/* ---- typing where nobody hears it ---- */

/* A line brings bytes in runs, or one by one in short gaps; somebody who types sends one key, and
 * nothing for a while. `slow`: the byte stands behind such a while. */
static void singles_count(struct grammar *g, unsigned char byte, bool slow)
{
	if (slow) {
		g->singles++;
		g->single_length = 1;
		g->single_first = byte;
	} else if (g->single_length < SINGLE_LENGTH &&
		(g->single_first == ESC || text_is_inside((char)byte))) {
		g->single_length++; /* of the same key */
	} else {
		g->singles = 0;
	}
}

/* ---- strings ---- */

/* A whole string: most say nothing that is asked for. */
static void string_tell(struct grammar *g)
{
	enum answer_ground ground = g->state == KEYS_STRING && g->length < GRAMMAR_HELD
		? answer_ground(g->held, g->held_count)
		: GROUND_UNKNOWN;
	keys_over(g);
	if (ground != GROUND_UNKNOWN)
		grammar_tell(g, ground == GROUND_LIGHT ? GRAMMAR_LIGHT : GRAMMAR_DARK);
}

/* Behind an Esc in a string: it ends there, or another sequence begins, or the Esc was typed. */
static void string_ends(struct grammar *g, unsigned char byte)
{
	bool doubt = g->state == KEYS_DOUBT, typed = g->quiet > 0;
	if (doubt && byte != '\\')
		keys_typed(g);
	g->ends = false;
	if (byte == '\\') {
		string_tell(g);
		return;
	}
	keys_over(g);
	if (typed)
		grammar_tell(g, INPUT_ESCAPE);
	g->state = typed ? KEYS_LATE : KEYS_ESCAPE;
	grammar_byte(g, byte);
}

static void string_sure(struct grammar *g)
{
	g->state = KEYS_STRING;
	g->late = false;
	g->singles = 0;
}

static void keys_doubt(struct grammar *g, unsigned char byte)
{
	bool full = g->held_count == GRAMMAR_HELD;
	if (g->ends) {
		string_ends(g, byte);
	} else if (byte == ESC) {
		g->ends = true;
	} else if (byte == BEL && g->held_count > 1) {
		keys_over(g);
	} else if (byte < ' ' || byte == INPUT_ERASE || (full && g->pauses > 0)) {
		keys_typed(g);
		grammar_byte(g, byte);
	} else if (full) {
		string_sure(g); /* nobody types that much at once */
	} else {
		enum answer_looks before = answer_looks(g->held, g->held_count), looks;
		keys_hold(g, byte);
		looks = answer_looks(g->held, g->held_count);
		if (looks == LOOKS_SURE)
			string_sure(g);
		else if (looks == LOOKS_TYPED &&
			(g->pauses > PAUSES_MOST || (g->pauses > 0 && before == LOOKS_POSSIBLE)))
			keys_typed(g);
	}
	g->quiet = 0;
}

/* A control among the bytes of a string is the string's; after a pause somebody has typed it. */
static void keys_string(struct grammar *g, unsigned char byte)
{
	singles_count(g, byte, g->quiet > 1);
	if (g->ends) {
		string_ends(g, byte);
	} else if (byte == ESC) {
		g->ends = true;
	} else if (byte == BEL || (g->single && byte == STRING_TERMINATOR)) {
		string_tell(g);
	} else if (g->quiet > 0 && (byte < ' ' || byte == INPUT_ERASE)) {
		keys_over(g);
		grammar_byte(g, byte);
	} else if (g->held_count < GRAMMAR_HELD) {
		g->held[g->held_count++] = byte;
	}
	g->quiet = 0;
	if (g->length < STRING_MOST)
		g->length++;
}

/* Whether it has been silent for long enough. Behind an Esc that was told, what does not look like
 * an answer was typed in one go. */
static bool string_lost(const struct grammar *g)
{
	bool doubt = g->state == KEYS_DOUBT;
	if (doubt && g->late && !g->ends && answer_looks(g->held, g->held_count) == LOOKS_TYPED)
		return true;
	if (!doubt && g->singles >= (g->ends ? 1 : SINGLES_MOST))
		return true;
	return g->quiet == (doubt || g->ends ? 1 : 2) || g->length == STRING_MOST;
}

static void string_silent(struct grammar *g)
{
	bool ends = g->ends, doubt = g->state == KEYS_DOUBT;
	if (!string_lost(g)) {
		g->pauses += g->quiet == 0;
		g->quiet++;
		return;
	}
	if (doubt)
		keys_typed(g);
	else
		keys_over(g);
	g->ends = false;
	if (ends) { /* it was the key */
		grammar_tell(g, INPUT_ESCAPE);
		g->state = KEYS_LATE;
	}
}

/* ---- a paste ---- */

static void paste_over(struct grammar *g)
{
	keys_over(g);
	g->ends = false;
	if (paste_end(&g->paste))
		grammar_tell(g, GRAMMAR_PASTE);
}

/* What ends no line and is no Tab stands alone behind a pause only where it was typed; so it is held
 * for a moment. */
static void keys_paste(struct grammar *g, unsigned char byte)
{
	bool slow = g->quiet > 0;
	bool control = (byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r') ||
		byte == INPUT_ERASE;
	singles_count(g, byte, slow);
	g->quiet = 0;
	if (g->ends)
		paste_add(&g->paste, g->held[0]);
	g->ends = slow && control;
	if (g->ends)
		g->held[0] = byte;
	else if (paste_add(&g->paste, byte))
		paste_over(g);
}

static void paste_silent(struct grammar *g)
{
	bool typed = g->ends;
	if (!typed && g->quiet == 0 && g->singles < SINGLES_MOST) {
		g->quiet = 1;
		return;
	}
	paste_over(g);
	if (typed)
		grammar_byte(g, g->held[0]);
}

/* ---- the grammar ---- */

void grammar_byte(struct grammar *g, unsigned char byte)
{
	static void (*const states[])(struct grammar *, unsigned char) = {
		[KEYS_PLAIN] = keys_plain,
		[KEYS_ESCAPE] = keys_escape,
		[KEYS_ESCAPE_TWICE] = keys_escape,
		[KEYS_LATE] = keys_late,
		[KEYS_CSI] = keys_csi,
		[KEYS_CSI_LINUX] = keys_csi_linux,
		[KEYS_SS3] = keys_ss3,
		[KEYS_MOUSE_OLD] = keys_mouse_old,
		[KEYS_DOUBT] = keys_doubt,
		[KEYS_STRING] = keys_string,
		[KEYS_PASTE] = keys_paste,
	};
	states[g->state](g, byte);
}

void grammar_end(struct grammar *g)
{
	switch (g->state) {
	case KEYS_PLAIN:
		break;
	case KEYS_ESCAPE_TWICE:
		grammar_tell(g, INPUT_ESCAPE);
		/* fall through */
	case KEYS_ESCAPE:
		grammar_tell(g, INPUT_ESCAPE);
		g->state = KEYS_LATE;
		break;
	case KEYS_CSI:
	case KEYS_CSI_LINUX:
	case KEYS_SS3:
		if (g->late || g->held_count == 1 || g->state == KEYS_CSI_LINUX)
			keys_typed(g);
		else
			keys_over(g);
		break;
	case KEYS_DOUBT:
	case KEYS_STRING:
		string_silent(g);
		break;
	case KEYS_PASTE:
		paste_silent(g);
		break;
	case KEYS_LATE:
	case KEYS_MOUSE_OLD:
		keys_over(g);
		break;
	}
}

int grammar_wait(const struct grammar *g)
{
	int begun = g->escape_ms > GRAMMAR_BEGUN ? g->escape_ms : GRAMMAR_BEGUN;
	switch (g->state) {
	case KEYS_PLAIN:
		break;
	case KEYS_ESCAPE:
	case KEYS_ESCAPE_TWICE:
		return g->escape_ms;
	case KEYS_CSI:
		if (!g->late && g->held_count > 1)
			return begun > WAIT_SEQUENCE ? begun : WAIT_SEQUENCE;
		/* fall through */
	case KEYS_CSI_LINUX:
	case KEYS_SS3:
		return g->late && g->held_count == 1 ? GRAMMAR_LATE : begun;
	case KEYS_LATE:
	case KEYS_MOUSE_OLD:
		return begun;
	case KEYS_DOUBT:
		if (g->quiet == 0)
			return WAIT_BURST;
		return g->late && g->held_count == 1 ? GRAMMAR_LATE - WAIT_BURST : begun;
	case KEYS_STRING:
		if (g->quiet == 0)
			return WAIT_BURST;
		return g->ends ? begun : g->quiet == 1 ? WAIT_SLOW - WAIT_BURST : WAIT_STRING;
	case KEYS_PASTE:
		if (g->ends || g->singles >= SINGLES_MOST)
			return WAIT_BURST;
		return g->quiet == 0 ? WAIT_SLOW : WAIT_PASTE - WAIT_SLOW;
	}
	return -1;
}

void grammar_free(struct grammar *g)
{
	paste_free(&g->paste);
}
