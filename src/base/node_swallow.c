/* The lines of a file are counted once, from text to text. What was found is reported when reading
 * has gone on: where it fails right behind the text, that says more. */
#include "base/node_swallow.h"

#include "base/node_fault.h"
#include "base/node_row.h"
#include "base/node_sign.h"
#include "base/node_values.h"

#include <string.h>

/* The name of a known field, a colon and a space begin the line, behind its blanks and hyphen. */
static const char *field_find(const char *at, const char *end, const struct node_known *known)
{
	at = sign_blanks_skip(at, end);
	if (end - at > 1 && *at == '-' && at[1] == ' ')
		at = sign_blanks_skip(at + 1, end);
	const char *behind = sign_name_skip(at, end);
	return behind > at && behind < end && *behind == ':' &&
			(behind + 1 == end || behind[1] == ' ') &&
			known->stands_beside(at, (size_t)(behind - at), NULL, 0)
		? at
		: NULL;
}

static void cursor_begin(struct node_swallow *swallow, const char *bytes)
{
	if (swallow->at)
		return;
	swallow->at = bytes;
	swallow->number = 1;
}

bool node_swallow_find(struct node_swallow *swallow, const char *bytes, const char *end,
	const struct node_known *known, struct place open, uint32_t last)
{
	enum { SHOWN_MOST = 60 };
	cursor_begin(swallow, bytes);
	uint32_t above = open.line;
	for (; swallow->number <= last && swallow->at < end; swallow->number++) {
		const char *line = swallow->at, *to = sign_line_end(line, end);
		if (swallow->number > open.line) {
			const char *field = field_find(line, to, known);
			if (field) {
				swallow->open = open;
				swallow->line = swallow->number;
				swallow->above = above;
				swallow->last = last;
				swallow->field = field;
				swallow->len = to - field > SHOWN_MOST ? SHOWN_MOST
								       : (int)(to - field);
				return true;
			}
			above = sign_blanks_skip(line, to) < to ? swallow->number : above;
		}
		swallow->at = sign_line_next(to, end);
	}
	return false;
}

void node_swallow_report(struct node_swallow *swallow, struct diag_list *diags)
{
	diag_add(diags, DIAG_ERROR, swallow->open, "unclosed-quote",
		"this text goes on over line %u, \"%.*s\"; put its closing quotation mark at the "
		"end of line %u, and delete the one in line %u",
		(unsigned)swallow->line, swallow->len, swallow->field, (unsigned)swallow->above,
		(unsigned)swallow->last);
	swallow->line = 0;
}

/* ---- plain texts ---- */

static bool holds_hyphen(const char *text, size_t len)
{
	const char *end = text + len;
	for (const char *at = text; (at = memchr(at, '-', (size_t)(end - at))); at++)
		if (at > text && strchr(" \n", at[-1]) && at + 1 < end && at[1] == ' ')
			return true;
	return false;
}

bool node_swallow_items(struct node_swallow *swallow, const struct node_failure *failure,
	uint32_t last, const char *text, size_t len, struct diag_list *diags)
{
	const char *end = failure->bytes + failure->len;
	if (!holds_hyphen(text, len))
		return false;
	cursor_begin(swallow, failure->bytes);
	for (; swallow->number < failure->opened.line && swallow->at < end; swallow->number++)
		swallow->at = sign_line_next(sign_line_end(swallow->at, end), end);
	struct line line = {swallow->at, sign_line_end(swallow->at, end), swallow->number};
	return swallow->number == failure->opened.line &&
		values_explain_text(failure, line, last, diags);
}

static bool is_name_sign(char c)
{
	return (c >= 'a' && c <= 'z') || c == '_' || c == '-';
}

/* Whether the name of a field ends at the colon, with no space behind it; its beginning goes into
 * *name. */
static bool is_joined(const struct node_known *known, const char *from, const char *colon,
	const char *end, const char **name)
{
	const char *at = colon;
	if (colon + 1 == end || strchr(" \t\n/:", colon[1]))
		return false;
	while (at > from && is_name_sign(at[-1]))
		at--;
	*name = at;
	return at < colon && colon - at <= 40 &&
		known->stands_beside(at, (size_t)(colon - at), NULL, 0);
}

/* Whether its words may hold one. */
static bool text_holds(const struct node_known *known, const char *text, size_t len)
{
	const char *end = text + len, *at = text, *name;
	for (; (at = memchr(at, ':', (size_t)(end - at))); at++)
		if (is_joined(known, text, at, end, &name) && name > text &&
			(sign_is_blank(name[-1]) || name[-1] == '\n'))
			return true;
	return false;
}

bool node_swallow_plain(const struct node_failure *failure, uint32_t last, const char *text,
	size_t len, struct diag_list *diags)
{
	enum { SHOWN_MOST = 60, LINES_MOST = 4000 };
	struct place place = failure->opened;
	const char *name, *colon = NULL;
	if (!text_holds(failure->known, text, len))
		return false;
	struct row head = row_numbered(failure->bytes, failure->len, place.line), row = head;
	for (int i = 0; i < LINES_MOST && !colon; i++) {
		row = row_after(failure->bytes, failure->len, row);
		if (!row.line.number || row.line.number > last)
			return false;
		const char *from = line_field(row.line), *end = row.line.end;
		colon = from < end ? memchr(from, ':', (size_t)(end - from)) : NULL;
		if (colon && !(is_joined(failure->known, from, colon, end, &name) && name == from))
			colon = NULL;
	}
	if (!colon)
		return false;
	int size = (int)(colon - name), rest = (int)(line_words_end(row.line, colon) - colon) - 1;
	place = (struct place){row.line.number, line_column(row.line, colon), place.file};
	diag_add(diags, DIAG_ERROR, place, "missing-space",
		"a space is missing after the colon of \"%.*s:\", and the line is taken for a part "
		"of the text above; write \"%.*s: %.*s\" in column %u",
		size, name, size, name, rest > SHOWN_MOST ? 0 : rest, colon + 1,
		(unsigned)head.field);
	return true;
}
