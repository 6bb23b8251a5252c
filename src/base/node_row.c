/* Of the lines above, each that begins further left than all below it is still open. */
#include "base/node_row.h"

#include "base/node_sign.h"

#include <string.h>

static bool is_dash(const char *at, const char *end)
{
	return at < end && *at == '-' && (at + 1 == end || sign_is_blank(at[1]));
}

struct row row_of(struct line line)
{
	const char *at = line_start(line);
	struct row row = {.line = line, .column = line_column(line, at)};
	row.field = row.column;
	while (is_dash(at, line.end)) { /* of one byte each, and the blanks too */
		const char *next = sign_blanks_skip(at + 1, line.end);
		row.dash = row.field;
		row.field += (uint32_t)(next - at);
		at = next;
	}
	row.at = at;
	row.end = line_words_end(line, at);
	const char *colon = line_colon(at, row.end, true);
	row.holds = at >= row.end || (colon && colon + 1 == row.end);
	if (colon && colon > at && !memchr(at, ' ', (size_t)(colon - at)) &&
		!strchr("\"'[{", *at)) {
		row.name = at;
		row.len = (size_t)(colon - at);
	}
	return row;
}

struct row row_numbered(const char *bytes, size_t len, uint32_t number)
{
	struct line line = line_find(bytes, len, number);
	return line.number ? row_of(line) : (struct row){0};
}

struct row row_placed(const struct diag_list *diags, struct place place)
{
	uint32_t first;
	size_t len;
	const char *bytes = diag_file_near(diags, place.file, place.line, &first, &len);
	struct line line = line_find(bytes, len, place.line - first + 1);
	if (!len || !line.number)
		return (struct row){0};
	line.number = place.line;
	return row_of(line);
}

bool row_is_doubled(const struct diag_list *diags, struct place place)
{
	uint32_t first;
	size_t len;
	const char *bytes = diag_file_near(diags, place.file, place.line, &first, &len);
	const char *end = bytes + len;
	struct line line = line_find(bytes, len, place.line - first + 1);
	if (!len || !line.number || line.end == end)
		return false;
	const char *next = sign_line_next(line.end, end), *to = sign_line_end(next, end);
	size_t size = (size_t)(line.end - line.text);
	return (size_t)(to - next) == size && memcmp(next, line.text, size) == 0;
}

struct row row_before(const char *bytes, struct row row)
{
	struct line line = line_before(bytes, row.line);
	return line.number ? row_of(line) : (struct row){0};
}

struct row row_after(const char *bytes, size_t len, struct row row)
{
	struct line line = row.line;
	const char *end = bytes + len;
	while (line.number && line.end < end) {
		line.text = sign_line_next(line.end, end);
		line.end = sign_line_end(line.text, end);
		line.number++;
		const char *start = line_start(line);
		if (start < line.end && *start != '#')
			return row_of(line);
	}
	return (struct row){0};
}

uint32_t row_run(const char *bytes, size_t len, struct row row, struct row *last)
{
	uint32_t count = 0;
	*last = row;
	for (struct row at = row; at.line.number && at.column >= row.column;
		at = row_after(bytes, len, at)) {
		if (at.column > row.column)
			continue;
		if (at.dash && at.line.number > row.line.number)
			break;
		*last = at;
		count++;
	}
	return count;
}

size_t row_lists(const char *bytes, struct row row, struct row_list found[ROW_LISTS_MOST])
{
	size_t count = 0;
	uint32_t limit = UINT32_MAX;
	while (count < ROW_LISTS_MOST && limit > 1 && (row = row_before(bytes, row)).line.number) {
		if (row.dash && row.dash < limit)
			found[count++] = (struct row_list){row.dash, row.field, row};
		if (row.column < limit)
			limit = row.column;
	}
	return count;
}

/* A long line only by its beginning. */
void row_item_text(struct buf *out, struct row row, uint32_t dash)
{
	enum { LEN_MOST = 60 };
	size_t len = (size_t)(row.end - row.at);
	bool whole = len <= LEN_MOST;
	buf_text(out, whole ? "write \"" : "begin it with \"");
	buf_repeat(out, " ", dash - 1);
	buf_format(out, "- %.*s\"", (int)(whole ? len : row.len + 1), row.at);
}

void row_move_text(struct buf *out, uint32_t from, uint32_t to)
{
	static const char *const words[] = {"no", "one", "two", "three", "four", "five", "six",
		"seven", "eight", "nine", "ten"};
	uint32_t by = from < to ? to - from : from - to;
	const char *more = from < to && from > 1 ? " more" : "";
	buf_text(out, from < to ? "put " : "take away ");
	if (by < sizeof words / sizeof *words)
		buf_text(out, words[by]);
	else
		buf_format(out, "%u", (unsigned)by);
	buf_format(out, "%s space%s", more, by == 1 ? "" : "s");
}
