/* After xterm, kitty, tmux and the VT500: what they are asked for begins in few ways. */
#include "term/answer.h"

#include <stdint.h>
#include <string.h>

enum answer_looks answer_looks(const unsigned char *text, int count)
{
	int at = 1;
	bool marked = false;
	if (text[0] == '_') {
		bool possible = (count < 2 || text[1] == 'G') &&
			(count < 3 || (text[2] >= 'A' && text[2] <= 'z')) &&
			(count < 4 || text[3] == '=');
		return !possible ? LOOKS_TYPED : count < 4 ? LOOKS_POSSIBLE : LOOKS_SURE;
	}
	if (text[0] != ']' && text[0] != 'P')
		return count < 2 ? LOOKS_POSSIBLE : LOOKS_TYPED;
	while (at < count &&
		((text[at] >= '0' && text[at] <= '9') || (text[0] == 'P' && text[at] == ';')))
		at++;
	if (text[0] == ']' && at < count && at > 1 && text[at] == ';')
		return LOOKS_SURE;
	for (; text[0] == 'P' && at < count && text[at] != 0 && strchr(" !$+<=>?", text[at]); at++)
		marked = true;
	if (at == count)
		return LOOKS_POSSIBLE;
	return marked && text[at] >= '@' && text[at] <= '~' ? LOOKS_SURE : LOOKS_TYPED;
}

/* One to four hexadecimal digits, as a part of 1000 of the most that so many can say; -1 where there
 * are none. */
static int part_of(const unsigned char *text, int count, int *at)
{
	int value = 0, most = 0, digits = 0;
	for (; *at < count && digits < 4; digits++, (*at)++) {
		int c = text[*at] | 0x20;
		int digit = c >= '0' && c <= '9' ? c - '0'
			: c >= 'a' && c <= 'f'   ? c - 'a' + 10
						 : -1;
		if (digit < 0)
			break;
		value = value * 16 + digit;
		most = most * 16 + 15;
	}
	return digits ? value * 1000 / most : -1;
}

/* The luminance of sRGB, a square for its curve. On what has more than 0.18 of it black is read
 * better than white. */
enum answer_ground answer_ground(const unsigned char *text, int count)
{
	static const int weights[] = {2126, 7152, 722};
	static const char *const heads[] = {"]11;rgb:", "]11;rgba:"};
	int64_t sum = 0;
	int at = 0;
	for (int i = 0; i < 2 && !at; i++) {
		int len = (int)strlen(heads[i]);
		at = count > len && memcmp(text, heads[i], (size_t)len) == 0 ? len : 0;
	}
	for (int i = 0; i < 3; i++) {
		int part = at ? part_of(text, count, &at) : -1;
		if (part < 0 || (i < 2 && (at == count || text[at++] != '/')))
			return GROUND_UNKNOWN;
		sum += (int64_t)weights[i] * part * part;
	}
	return sum > 1800 * INT64_C(1000000) ? GROUND_LIGHT : GROUND_DARK;
}

bool answer_is_sequence(const struct sequence *sequence)
{
	if (sequence->marker || sequence->between || sequence->at > 0)
		return true;
	switch (sequence->final) {
	case 'I': /* the window has the focus, or lost it */
	case 'O':
		return sequence->length == 1;
	case 'R':
	case 'c':
	case 'n':
	case 't':
	case 'u':
	case 'x':
	case '~':
	case '$':
		return sequence->length > 1;
	default:
		return false;
	}
}
