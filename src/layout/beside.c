#include "layout/beside.h"

const char *beside_sign(const struct signs *signs, enum contrast contrast)
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

void beside_legend(
	struct buf *buf, const struct text_form *form, const struct beside_key *key, int width)
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

void beside_copy(struct rows *rows, const struct row *row, int column)
{
	for (const struct span *span = row->spans; span; span = span->next) {
		rows_to(rows, column + span->column);
		rows_add(rows, span->style, span->text, span->len);
	}
}

void beside_plain(struct buf *buf, const struct rows *rows)
{
	for (uint32_t i = 0; i < rows->count; i++) {
		int column = 0;
		for (const struct span *span = rows->at[i].spans; span; span = span->next) {
			if (span->column > column)
				buf_repeat(buf, " ", (size_t)(span->column - column));
			text_show(rows->paper.form, buf, span->text, span->len);
			column = span->column + span->width;
		}
		while (buf->len && buf->text[buf->len - 1] == ' ')
			buf->text[--buf->len] = '\0';
		buf_char(buf, '\n');
	}
}
