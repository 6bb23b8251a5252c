/* A line may be 50 MB long, and a cluster may hide a thousand marks: only a window round the column is
 * looked at, some 60 columns before it and 40 from it on, and never more than WINDOW_BYTES. */
#include "base/excerpt.h"

#include "base/text.h"

#include <string.h>

enum {
	BEFORE = 60, /* columns of a line before the caret */
	WHOLE = 100,
	WINDOW_BYTES = 1024
};

struct excerpt excerpt_begin(const struct text_form *form, const char *bytes, size_t len)
{
	if (len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)) {
		bytes += 3;
		len -= 3;
	}
	return (struct excerpt){form, bytes, bytes, bytes ? bytes + len : NULL, 1, 1};
}

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* Lines end as libyaml counts them: line feed, carriage return, or both. */
static void line_seek(struct excerpt *excerpt, uint32_t line)
{
	while (excerpt->line < line && excerpt->at < excerpt->end) {
		char c = *excerpt->at++;
		if (!is_break(c))
			continue;
		if (c == '\r' && excerpt->at < excerpt->end && *excerpt->at == '\n')
			excerpt->at++;
		excerpt->line++;
		excerpt->start = excerpt->at;
		excerpt->column = 1;
	}
}

static void column_seek(struct excerpt *excerpt, uint32_t column)
{
	while (excerpt->column < column && excerpt->at < excerpt->end && !is_break(*excerpt->at)) {
		excerpt->at++;
		while (excerpt->at < excerpt->end && text_is_inside(*excerpt->at))
			excerpt->at++;
		excerpt->column++;
	}
}

/* Where the window begins: at the line's start, or as many code points before the caret as take
 * some BEFORE columns. */
static const char *window_start(const struct excerpt *excerpt)
{
	const char *from = excerpt->at;
	for (int columns = 0; from > excerpt->start && excerpt->at - from < WINDOW_BYTES;) {
		const char *to = from--;
		while (from > excerpt->start && text_is_inside(*from) && to - from < 4)
			from--;
		columns += text_width(excerpt->form, from, (size_t)(to - from));
		if (columns > BEFORE) {
			from = to;
			break;
		}
	}
	/* No mark without its base. */
	while (from > excerpt->start && from < excerpt->at) {
		size_t bytes;
		if (text_code_width(text_decode(from, (size_t)(excerpt->at - from), &bytes)))
			break;
		from += bytes;
	}
	return from;
}

static const char *window_end(const struct excerpt *excerpt, int columns)
{
	const char *to = excerpt->at, *most = excerpt->end;
	if (most - to > WINDOW_BYTES)
		most = to + WINDOW_BYTES;
	const char *line = to;
	while (line < most && !is_break(*line))
		line++;
	while (to < line && columns < WHOLE) {
		size_t bytes = text_cluster(to, (size_t)(line - to));
		columns += text_width(excerpt->form, to, bytes);
		to += bytes;
	}
	return to;
}

void excerpt_add(struct excerpt *excerpt, struct buf *out, struct place place)
{
	line_seek(excerpt, place.line);
	if (excerpt->line != place.line)
		return;
	column_seek(excerpt, place.column);
	const char *from = window_start(excerpt);
	int before = text_width(excerpt->form, from, (size_t)(excerpt->at - from));
	const char *to = window_end(excerpt, before);
	bool cut = to < excerpt->end && !is_break(*to);
	const char *ellipsis = "...";
	size_t margin = from > excerpt->start ? strlen(ellipsis) : 0;
	buf_text(out, "    ");
	buf_add(out, ellipsis, margin);
	text_show(excerpt->form, out, from, (size_t)(excerpt->at - from));
	text_show(excerpt->form, out, excerpt->at, (size_t)(to - excerpt->at));
	buf_text(out, cut ? "...\n" : "\n");
	buf_repeat(out, " ", 4 + margin + (size_t)before);
	buf_text(out, "^\n");
}
