/* Texts come in two shapes. Where lines are as narrow as a page, an empty line ends a paragraph; where a line is
 * a paragraph, a line feed does, which is told by lines that are wider than any page. */
#include "load/paragraph.h"

#include <stdbool.h>
#include <string.h>

enum { WIDE = 200 }; /* bytes of a line that is no page's */

static bool is_blank(const char *text, size_t from, size_t to)
{
	while (from < to && (text[from] == ' ' || text[from] == '\t' || text[from] == '\r'))
		from++;
	return from == to;
}

/* The line that holds a byte, without its line feed. */
static struct stretch line_at(const char *text, size_t len, size_t at)
{
	struct stretch line = {at, at};
	while (line.from && text[line.from - 1] != '\n')
		line.from--;
	const char *feed = memchr(text + at, '\n', len - at);
	line.to = feed ? (size_t)(feed - text) : len;
	return line;
}

/* Whether two lines, one behind the other, belong to different paragraphs. */
static bool is_parted(const char *text, struct stretch line, struct stretch next)
{
	return is_blank(text, line.from, line.to) || is_blank(text, next.from, next.to) ||
		line.to - line.from > WIDE || next.to - next.from > WIDE;
}

size_t paragraph_from(const char *text, size_t len, size_t at, size_t most)
{
	struct stretch line = line_at(text, len, at);
	size_t start = line.from;
	while (line.from) {
		struct stretch before = line_at(text, len, line.from - 1);
		if (is_parted(text, before, line) || start - before.from > most)
			break;
		line = before;
	}
	return line.from;
}

size_t paragraph_to(const char *text, size_t len, size_t at, size_t most)
{
	struct stretch line = line_at(text, len, at);
	size_t end = line.to;
	while (line.to < len) {
		struct stretch next = line_at(text, len, line.to + 1);
		if (is_parted(text, line, next) || next.to - end > most)
			break;
		line = next;
	}
	return line.to;
}

struct stretch paragraph_before(const char *text, size_t len, size_t from, size_t most)
{
	while (from) {
		struct stretch line = line_at(text, len, from - 1);
		if (!is_blank(text, line.from, line.to))
			return (struct stretch){
				paragraph_from(text, len, line.from, most), line.to};
		from = line.from;
	}
	return (struct stretch){0, 0};
}

struct stretch paragraph_behind(const char *text, size_t len, size_t to, size_t most)
{
	while (to < len) {
		struct stretch line = line_at(text, len, to + 1);
		if (!is_blank(text, line.from, line.to))
			return (struct stretch){
				line.from, paragraph_to(text, len, line.from, most)};
		to = line.to;
	}
	return (struct stretch){len, len};
}
