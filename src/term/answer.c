/* After xterm, kitty, tmux and the VT500: what they are asked for begins in few ways. */
#include "term/answer.h"

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
