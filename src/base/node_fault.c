/* Lines are looked for from the file's beginning: there is one failure in a file. */
#include "base/node_fault.h"

#include "base/node_sign.h"
#include "base/text.h"

#include <string.h>

enum { SHOWN_MOST = 120 };

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

static struct line line_from(const char *text, const char *end, uint32_t number)
{
	const char *to = text;
	while (to < end && !is_break(*to))
		to++;
	return (struct line){text, to, number};
}

/* From sign to sign, as a file of many mistakes is looked through for each of them. */
struct line line_below(struct line from, const char *end, uint32_t number)
{
	const char *at = from.text;
	size_t len = (size_t)(end - at);
	const char *feed = len ? memchr(at, '\n', len) : NULL;
	const char *back = len ? memchr(at, '\r', len) : NULL;
	uint32_t line = from.number;
	for (; line < number && (feed || back); line++) {
		bool first = back && (!feed || back < feed);
		at = (first ? back : feed) + 1;
		if (first && at == feed) /* both are one */
			at++;
		size_t left = (size_t)(end - at);
		if (feed && feed < at)
			feed = left ? memchr(at, '\n', left) : NULL;
		if (back && back < at)
			back = left ? memchr(at, '\r', left) : NULL;
	}
	if (line < number)
		return (struct line){end, end, 0};
	return line_from(at, end, number);
}

struct line line_find(const char *bytes, size_t len, uint32_t number)
{
	return line_below((struct line){bytes, bytes, 1}, bytes + len, number);
}

const char *line_start(struct line line)
{
	return sign_blanks_skip(line.text, line.end);
}

struct line line_before(const char *bytes, struct line line)
{
	while (line.text > bytes) {
		const char *end = line.text - 1;
		if (*end == '\n' && end > bytes && end[-1] == '\r')
			end--;
		const char *text = end;
		while (text > bytes && !is_break(text[-1]))
			text--;
		line = (struct line){text, end, line.number - 1};
		const char *start = line_start(line);
		if (start < end && *start != '#')
			return line;
	}
	return (struct line){bytes, bytes, 0};
}

const char *line_at(struct line line, uint32_t column)
{
	const char *at = line.text;
	for (; column > 1 && at < line.end; column--)
		for (at++; at < line.end && text_is_inside(*at);)
			at++;
	return at;
}

uint32_t line_column(struct line line, const char *at)
{
	return 1 + (uint32_t)text_length(line.text, (size_t)(at - line.text));
}

const char *line_field(struct line line)
{
	const char *at = line_start(line);
	while (at < line.end && *at == '-' && (at + 1 == line.end || at[1] == ' '))
		at = sign_blanks_skip(at + 1, line.end);
	return at;
}

const char *line_colon(const char *from, const char *end, bool spaced)
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

const char *line_words_end(struct line line, const char *from)
{
	const char *end = from;
	for (const char *at = from; at < line.end; at++) {
		if (*at == '#' && at > from && (at[-1] == ' ' || at[-1] == '\t'))
			break;
		if (*at != ' ' && *at != '\t')
			end = at + 1;
	}
	return end;
}

const char *line_quoted_end(struct line line, const char *open)
{
	const char *at = open + 1, *end = line.end;
	if (open >= end || (*open != '"' && *open != '\''))
		return line_words_end(line, open);
	for (; at < end && *at != *open; at++)
		at += *open == '"' && *at == '\\';
	const char *words = at < end ? line_words_end(line, at) : NULL;
	const char *sign = words ? sign_blanks_skip(words, end) : NULL;
	/* Where it goes on behind the closing mark, "#4" was hardly meant for a remark. */
	bool joined = words && words > at + 1 && sign + 1 < end && !sign_is_blank(sign[1]);
	if (words && !joined)
		return words;
	while (end > open && sign_is_blank(end[-1]))
		end--;
	return end;
}

struct place fault_place(const struct fault *fault, struct line line, const char *at)
{
	return (struct place){line.number, line_column(line, at), fault->failure->place.file};
}

struct fault fault_of(const struct node_failure *failure, struct diag_list *diags)
{
	struct fault fault = {.failure = failure, .diags = diags};
	fault.line = line_find(failure->bytes, failure->len, failure->place.line);
	fault.opened = line_find(failure->bytes, failure->len, failure->opened.line);
	fault.at = line_at(fault.line, failure->place.column);
	return fault;
}

void fault_show(const struct fault *fault, struct place place, const char *code, const char *cause,
	const struct buf *line, const char *otherwise)
{
	if (line->len > SHOWN_MOST)
		diag_add(fault->diags, DIAG_ERROR, place, code, "%s; %s", cause, otherwise);
	else
		diag_add(fault->diags, DIAG_ERROR, place, code, "%s; write \"%s\"", cause,
			buf_string(line));
}
