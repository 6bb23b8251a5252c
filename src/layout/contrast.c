/* A legend is cut between its keys, never inside one. */
#include "layout/contrast.h"

const char *contrast_sign(const struct signs *signs, enum contrast contrast)
{
	switch (contrast) {
	case CONTRAST_SAME:
		return signs->same;
	case CONTRAST_DIFFERS:
		return signs->differs;
	case CONTRAST_LEFT:
		return signs->only_left;
	case CONTRAST_RIGHT:
		return signs->only_right;
	case CONTRAST_NOTHING:
	case CONTRAST_COUNT:
		break;
	}
	return " ";
}

void contrast_legend(
	struct buf *buf, const struct text_form *form, const struct contrast_key *key, int width)
{
	struct buf one = {0};
	int used = 0;
	for (; key->words; key++) {
		buf_clear(&one);
		buf_format(&one, "%s%s%s%s %s", used ? "   " : "", key->sign, key->other ? " " : "",
			key->other ? key->other : "", key->words);
		int columns = text_width(form, one.text, one.len);
		if (used + columns > width)
			break;
		buf_add(buf, one.text, one.len);
		used += columns;
	}
	buf_free(&one);
}
