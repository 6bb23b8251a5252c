/* A legend is cut between its keys, never inside one. */
#include "layout/contrast.h"

#include <string.h>

static const char apart[] = "   "; /* between keys */

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

void contrast_remark_add(struct rows *rows, const char *sign, const char *words)
{
	const struct style style = style_of(ROLE_NOTE);
	rows_new(rows);
	rows_text(rows, style, sign);
	rows_wrap_beside(rows, style, words, strlen(words), 2, rows->paper.width);
}

const char *contrast_left_out(bool to_come)
{
	return to_come ? "still to come" : "not in this selection";
}

void contrast_left_out_add(struct rows *rows, bool to_come)
{
	contrast_remark_add(rows, rows->paper.signs->left_out, contrast_left_out(to_come));
}

bool contrast_legend(
	struct buf *buf, const struct text_form *form, const struct contrast_key *key, int width)
{
	struct buf one = {0};
	int used = 0;
	bool whole = true;
	buf_clear(buf);
	for (; key->words; key++) {
		buf_clear(&one);
		buf_format(&one, "%s%s%s%s %s", used ? apart : "", key->sign, key->other ? " " : "",
			key->other ? key->other : "", key->words);
		int columns = text_width(form, one.text, one.len);
		whole = used + columns <= width;
		if (!whole)
			break;
		buf_add(buf, one.text, one.len);
		used += columns;
	}
	buf_free(&one);
	return whole;
}

const char *contrast_worded(int step)
{
	static const char *const words[] = {
		"other words: whether they mean the same is for you to judge",
		"other words: judge for yourself", "other words", "other words"};
	return (size_t)step < sizeof words / sizeof *words ? words[step] : NULL;
}

void contrast_legend_add(struct rows *rows, const char *legend)
{
	const struct style style = style_of(ROLE_COUNT_OF);
	rows_new(rows);
	while (*legend) {
		const char *end = strstr(legend, apart);
		size_t len = end ? (size_t)(end - legend) : strlen(legend);
		int columns = text_width(rows->paper.form, legend, len);
		if (rows->column && rows->column + 3 + columns > rows->paper.width)
			rows_new(rows);
		else if (rows->column)
			rows_text(rows, style, apart);
		rows_wrap_beside(rows, style, legend, len, rows->column, rows->paper.width);
		legend += len + (end ? strlen(apart) : 0);
	}
}
