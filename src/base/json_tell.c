/* Lines are counted from the file's beginning: of a file one slip is told. */
#include "base/json_tell.h"

#include "base/node_sign.h"
#include "base/text.h"

#include <string.h>

enum { SHOWN_MOST = 160 };

/* A line of the file, without what indents it and what is blank at its end. */
struct piece {
	const char *from, *to;
};

static struct piece line_of(const struct json_file *file, const char *at)
{
	struct piece line = {at, at};
	while (line.from > file->bytes && !strchr("\r\n", line.from[-1]))
		line.from--;
	line.to = sign_line_end(at, file->end);
	line.from = sign_blanks_skip(line.from, line.to);
	while (line.to > line.from && sign_is_blank(line.to[-1]))
		line.to--;
	return line;
}

struct place json_place(const struct json_file *file, const char *at)
{
	const char *line = file->bytes;
	struct place place = {1, 1, file->number};
	for (const char *next = line; (next = sign_line_end(next, file->end)) < at;) {
		next = line = sign_line_next(next, file->end);
		place.line++;
	}
	place.column = 1 + (uint32_t)text_length(line, (size_t)(at - line));
	return place;
}

void json_line_add(struct buf *out, const struct json_file *file, const char *at, const char *to,
	const char *signs)
{
	enum { ROUND = 24 };
	struct piece line = line_of(file, at);
	const char *from = at < line.from ? line.from : at;
	if (line.to < to)
		line.to = to;
	bool whole = line.to - line.from <= SHOWN_MOST;
	if (!whole) {
		const char *first = at - line.from > ROUND ? at - ROUND : line.from;
		const char *last = line.to - to > ROUND ? to + ROUND : line.to;
		while (first > line.from && text_is_inside(*first))
			first--;
		while (last < line.to && text_is_inside(*last))
			last++;
		line = (struct piece){first, last};
	}
	while (*signs == ':' && from > line.from && sign_is_blank(from[-1]))
		from--;
	buf_format(out, "; write \"%.*s%s%.*s\"", (int)(from - line.from), line.from, signs,
		(int)(line.to - to), to);
	if (!whole)
		buf_format(out, " in the place of \"%.*s\"", (int)(line.to - line.from), line.from);
}
