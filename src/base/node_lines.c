#include "base/node_lines.h"

#include "base/text.h"

#include <string.h>

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

static struct node_line line_from(const char *text, const char *end, uint32_t number)
{
	const char *to = text;
	while (to < end && !is_break(*to))
		to++;
	return (struct node_line){text, to, number};
}

struct node_line node_line_find(const char *bytes, size_t len, uint32_t number)
{
	const char *at = bytes, *end = bytes + len;
	uint32_t line = 1;
	for (; line < number && at < end; at++)
		if (is_break(*at) && (*at == '\n' || at + 1 == end || at[1] != '\n'))
			line++;
	if (line < number)
		return (struct node_line){end, end, 0};
	return line_from(at, end, number);
}

struct node_line node_line_before(const char *bytes, struct node_line line)
{
	while (line.text > bytes) {
		const char *end = line.text - 1;
		if (*end == '\n' && end > bytes && end[-1] == '\r')
			end--;
		const char *text = end;
		while (text > bytes && !is_break(text[-1]))
			text--;
		line = (struct node_line){text, end, line.number - 1};
		const char *start = node_line_start(line);
		if (start < end && *start != '#')
			return line;
	}
	return (struct node_line){bytes, bytes, 0};
}

const char *node_line_at(struct node_line line, uint32_t column)
{
	const char *at = line.text;
	for (; column > 1 && at < line.end; column--)
		for (at++; at < line.end && text_is_inside(*at);)
			at++;
	return at;
}

uint32_t node_line_column(struct node_line line, const char *at)
{
	return 1 + (uint32_t)text_length(line.text, (size_t)(at - line.text));
}

static const char *blanks_skip(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	return at;
}

const char *node_line_start(struct node_line line)
{
	return blanks_skip(line.text, line.end);
}

const char *node_line_field(struct node_line line)
{
	const char *at = node_line_start(line);
	while (at < line.end && *at == '-' && (at + 1 == line.end || at[1] == ' '))
		at = blanks_skip(at + 1, line.end);
	return at;
}

const char *node_line_colon(const char *from, const char *end, bool spaced)
{
	for (const char *at = from; at < end; at++) {
		if (*at != ':') {
			if (!spaced && (*at == ' ' || *at == '"' || *at == '\''))
				return NULL;
			continue;
		}
		bool space = at + 1 >= end || at[1] == ' ' || at[1] == '\t';
		if (spaced && space)
			return at;
		if (!spaced)
			return space || at == from || at[1] == '/' ? NULL : at;
	}
	return NULL;
}

const char *node_line_odd_space(struct node_line line)
{
	static const char *const spaces[] = {"\xc2\xa0", "\xe2\x80\x80", "\xe2\x80\x81",
		"\xe2\x80\x82", "\xe2\x80\x83", "\xe2\x80\x84", "\xe2\x80\x85", "\xe2\x80\x86",
		"\xe2\x80\x87", "\xe2\x80\x88", "\xe2\x80\x89", "\xe2\x80\x8a", "\xe2\x80\x8b",
		"\xe2\x80\xaf", "\xe2\x81\x9f", "\xe3\x80\x80"};
	const char *at = node_line_start(line);
	for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++) {
		size_t len = strlen(spaces[i]);
		if ((size_t)(line.end - at) >= len && !memcmp(at, spaces[i], len))
			return at;
	}
	return NULL;
}
