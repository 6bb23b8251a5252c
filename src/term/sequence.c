/* Parameters, bytes between, a final byte: what the pieces are is ECMA-48, what they mean as keys
 * is the work of many terminals over many years. */
#include "term/sequence.h"

enum { LENGTH_MOST = 40 }; /* of a key */

/* What is held down is told as a number: 1, and 1 for Shift, 2 for Alt, 4 for Control. Others (Meta,
 * Super, the locks) make no difference. */
static int32_t held_keys(int number)
{
	int held = number > 0 ? number - 1 : 0;
	return (held & 1 ? INPUT_SHIFT : 0) | (held & 2 ? INPUT_ALT : 0) |
		(held & 4 ? INPUT_CONTROL : 0);
}

static int32_t function_key(int number)
{
	return number <= 12 ? INPUT_F1 + number - 1 : (INPUT_F1 + number - 13) | INPUT_SHIFT;
}

static int32_t cursor_key(unsigned char final)
{
	switch (final) {
	case 'A':
		return INPUT_UP;
	case 'B':
		return INPUT_DOWN;
	case 'C':
		return INPUT_RIGHT;
	case 'D':
		return INPUT_LEFT;
	case 'H':
		return INPUT_HOME;
	case 'F':
		return INPUT_END;
	default:
		return 0;
	}
}

/* The numbers that the VT220, xterm, rxvt, PuTTY and the Linux console send before `~`. F13 and
 * those behind it are Shift and another F-key on today's keyboards. */
static int32_t numbered_key(int number)
{
	static const int32_t keys[] = {
		[1] = INPUT_HOME,
		[2] = INPUT_INSERT,
		[3] = INPUT_DELETE,
		[4] = INPUT_END,
		[5] = INPUT_PAGE_UP,
		[6] = INPUT_PAGE_DOWN,
		[7] = INPUT_HOME,
		[8] = INPUT_END,
	};
	static const signed char functions[] = {1, 2, 3, 4, 5, 0, 6, 7, 8, 9, 10, 0, 11, 12, 13, 14,
		0, 15, 16, 0, 17, 18, 19, 20}; /* from 11 on */
	int function = number - 11;
	if (number < (int)(sizeof keys / sizeof *keys))
		return keys[number];
	if (function < 0 || function >= (int)sizeof functions || functions[function] == 0)
		return 0;
	return function_key(functions[function]);
}

/* The keypad's keys by kitty's numbers, from 57399 on, and the keys behind them. */
static int32_t keypad_key(int code)
{
	static const int32_t keys[] = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '/',
		'*', '-', '+', INPUT_ENTER, '=', ',', INPUT_LEFT, INPUT_RIGHT, INPUT_UP, INPUT_DOWN,
		INPUT_PAGE_UP, INPUT_PAGE_DOWN, INPUT_HOME, INPUT_END, INPUT_INSERT, INPUT_DELETE};
	int at = code - 57399;
	return at >= 0 && at < (int)(sizeof keys / sizeof *keys) ? keys[at] : 0;
}

/* Control and @ are the byte 0, which is no key. */
static int32_t letter_key(int code, int shifted, int32_t held)
{
	if (held & INPUT_CONTROL) {
		if ((code <= '@' || code > '_') && (code < 'a' || code > 'z'))
			return 0;
		return INPUT_CTRL(code) | (held & INPUT_ALT);
	}
	if (held & INPUT_SHIFT)
		code = shifted > 0 ? shifted : code >= 'a' && code <= 'z' ? code - 'a' + 'A' : code;
	return code | (held & INPUT_ALT);
}

/* A key that is sent as the character on it. */
static int32_t character_key(int code, int shifted, int32_t held)
{
	if (code >= 57376 && code <= 57387)
		return function_key(code - 57376 + 13) | held;
	if (code >= 57344 && code <= 63743) { /* for private use: kitty's other keys */
		int32_t key = keypad_key(code);
		return key >= INPUT_FIRST_NAMED ? key | held : key ? key | (held & INPUT_ALT) : 0;
	}
	if (code == INPUT_TAB)
		return code | (held & (INPUT_SHIFT | INPUT_ALT));
	if (code == '\b' || code == INPUT_ERASE)
		return INPUT_ERASE | (held & INPUT_ALT);
	if (code == INPUT_ENTER || code == INPUT_ESCAPE)
		return code | (held & INPUT_ALT);
	if (code < ' ' || (code >= 0x80 && code < 0xa0) || (code >= 0xd800 && code < 0xe000) ||
		code >= INPUT_FIRST_NAMED)
		return 0;
	return letter_key(code, shifted, held);
}

static bool add_parameter(struct sequence *sequence, unsigned char byte)
{
	if (byte >= '<') {
		if (sequence->length == 1)
			sequence->marker = byte;
		return true;
	}
	if (byte == ';') {
		sequence->in_sub = sequence->past_sub = false;
		if (sequence->at < SEQUENCE_NUMBERS)
			sequence->at++;
		return true;
	}
	if (byte == ':') {
		sequence->past_sub = sequence->in_sub;
		sequence->in_sub = true;
		return true;
	}
	if (sequence->at >= SEQUENCE_NUMBERS || sequence->past_sub)
		return true;
	int *number = sequence->in_sub ? &sequence->sub[sequence->at]
				       : &sequence->number[sequence->at];
	*number = *number * 10 + (byte - '0');
	if (*number > SEQUENCE_NUMBER_MOST)
		*number = SEQUENCE_NUMBER_MOST;
	return true;
}

/* rxvt ends `Esc [ 5 $` with a byte that ECMA-48 has before a final one. Its description says which
 * key that is; no other terminal means one by it. */
static bool ends_with_dollar(const struct sequence *sequence, unsigned char byte)
{
	return byte == '$' && !sequence->marker && !sequence->between && sequence->at == 0 &&
		numbered_key(sequence->number[0]) != 0;
}

bool sequence_add(struct sequence *sequence, unsigned char byte)
{
	if (byte < ' ' || byte > '~')
		return false;
	if (sequence->length <= LENGTH_MOST)
		sequence->length++;
	if (byte >= '@' || ends_with_dollar(sequence, byte)) {
		sequence->final = byte;
		return true;
	}
	if (byte >= '0')
		return add_parameter(sequence, byte);
	sequence->between = byte;
	return true;
}

/* A key that is let go is none, nor is one of which a number stands where it never does. */
static int32_t lettered_key(const struct sequence *sequence)
{
	const int *number = sequence->number;
	int32_t held = held_keys(sequence->at > 0 ? number[1] : number[0]);
	unsigned char final = sequence->final;
	if (final >= 'a' && final <= 'd' && sequence->length == 1) /* rxvt */
		return cursor_key((unsigned char)(final - 'a' + 'A')) | INPUT_SHIFT;
	if (final == 'Z')
		return INPUT_TAB | INPUT_SHIFT | (held & INPUT_ALT);
	if (final == 'P' || final == 'Q' || final == 'S')
		return number[0] > 1 && sequence->at > 0 ? 0 : function_key(final - 'P' + 1) | held;
	if (final ==
		'R') /* with numbers it is where the cursor stands, though xterm has it twice */
		return sequence->length == 1 ? function_key(3) : 0;
	return cursor_key(final) ? cursor_key(final) | held : 0;
}

int32_t sequence_key(const struct sequence *sequence)
{
	const int *number = sequence->number;
	int32_t held = held_keys(number[1]), key = numbered_key(number[0]);
	if (sequence->marker || sequence->between || sequence->sub[1] == 3 ||
		sequence->length > LENGTH_MOST)
		return 0;
	switch (sequence->final) {
	case '~':
		if (number[0] == 27 && sequence->at >= 2) /* xterm's modifyOtherKeys */
			return character_key(number[2], 0, held);
		return key ? key | held : 0;
	case 'u':
		return character_key(number[0], sequence->sub[0], held);
	case '^':
		return key ? key | INPUT_CONTROL : 0;
	case '@':
		return key ? key | INPUT_CONTROL | INPUT_SHIFT : 0;
	default:
		return lettered_key(sequence);
	}
}

int32_t sequence_key_applied(int held, unsigned char final)
{
	if (final >= 'j' && final <= 'y')
		return "*+,-./0123456789"[final - 'j'];
	if (final >= 'P' && final <= 'S')
		return function_key(final - 'P' + 1) | held_keys(held);
	if (final >= 'a' && final <= 'd') /* rxvt */
		return cursor_key((unsigned char)(final - 'a' + 'A')) | INPUT_CONTROL;
	switch (final) {
	case 'M':
		return INPUT_ENTER;
	case 'I':
		return INPUT_TAB;
	case 'X':
		return '=';
	case ' ':
		return INPUT_SPACE;
	default:
		return cursor_key(final) ? cursor_key(final) | held_keys(held) : 0;
	}
}
