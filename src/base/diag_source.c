/* A line may be 50 MB long, and a cluster may hide a thousand marks: only a window round the column
 * is looked at, some 60 columns before it and 40 from it on, and never more than WINDOW_BYTES. */
#include "base/diag_source.h"

#include <string.h>

enum { BEFORE = 60, WHOLE = 100, WINDOW_BYTES = 1024 };

struct diag_source diag_source_start(const char *bytes, size_t len)
{
	if (len >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)) {
		bytes += 3;
		len -= 3;
	}
	return (struct diag_source){bytes, bytes, bytes ? bytes + len : NULL, 1, 1};
}

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* Lines end as libyaml counts them: line feed, carriage return, or both. */
static void line_seek(struct diag_source *cursor, uint32_t line)
{
	while (cursor->line < line && cursor->at < cursor->end) {
		char c = *cursor->at++;
		if (!is_break(c))
			continue;
		if (c == '\r' && cursor->at < cursor->end && *cursor->at == '\n')
			cursor->at++;
		cursor->line++;
		cursor->start = cursor->at;
		cursor->column = 1;
	}
}

static void column_seek(struct diag_source *cursor, uint32_t column)
{
	while (cursor->column < column && cursor->at < cursor->end && !is_break(*cursor->at)) {
		cursor->at++;
		while (cursor->at < cursor->end && text_is_inside(*cursor->at))
			cursor->at++;
		cursor->column++;
	}
}

/* Where the window begins: at the line's start, or as many code points before the caret as take
 * some BEFORE columns. */
static const char *window_start(const struct text_form *form, const struct diag_source *cursor)
{
	const char *from = cursor->at;
	for (int columns = 0; from > cursor->start && cursor->at - from < WINDOW_BYTES;) {
		const char *to = from--;
		while (from > cursor->start && text_is_inside(*from) && to - from < 4)
			from--;
		columns += text_width(form, from, (size_t)(to - from));
		if (columns > BEFORE) {
			from = to;
			break;
		}
	}
	/* No mark without its base. */
	while (from > cursor->start && from < cursor->at) {
		size_t bytes;
		if (text_code_width(text_decode(from, (size_t)(cursor->at - from), &bytes)))
			break;
		from += bytes;
	}
	return from;
}

static const char *window_end(
	const struct text_form *form, const struct diag_source *cursor, int columns)
{
	const char *to = cursor->at, *most = cursor->end;
	if (most - to > WINDOW_BYTES)
		most = to + WINDOW_BYTES;
	const char *line = to;
	while (line < most && !is_break(*line))
		line++;
	while (to < line && columns < WHOLE) {
		size_t bytes = text_cluster(to, (size_t)(line - to));
		columns += text_width(form, to, bytes);
		to += bytes;
	}
	return to;
}

void diag_source_print(struct buf *out, const struct text_form *form, struct diag_source *cursor,
	struct place place)
{
	line_seek(cursor, place.line);
	if (cursor->line != place.line)
		return;
	column_seek(cursor, place.column);
	const char *from = window_start(form, cursor);
	int before = text_width(form, from, (size_t)(cursor->at - from));
	const char *to = window_end(form, cursor, before);
	bool cut = to < cursor->end && !is_break(*to);
	const char *ellipsis = "...";
	size_t margin = from > cursor->start ? strlen(ellipsis) : 0;
	buf_text(out, "    ");
	buf_add(out, ellipsis, margin);
	text_show(form, out, from, (size_t)(cursor->at - from));
	text_show(form, out, cursor->at, (size_t)(to - cursor->at));
	buf_text(out, cut ? "...\n" : "\n");
	buf_repeat(out, " ", 4 + margin + (size_t)before);
	buf_text(out, "^\n");
}
