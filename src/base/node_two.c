/* A name with a colon behind it is taken for a field where one of that name stands beside the first, and
 * the item has none yet. */
#include "base/node_two.h"

#include "base/node.h"
#include "base/node_row.h"
#include "base/node_sign.h"
#include "base/node_text.h"

#include <stdio.h>
#include <string.h>

enum { SHOWN_MOST = 160, LINES_MOST = 1000 };

static bool is_named(struct row row, const char *name, size_t len)
{
	return row.len == len && row.name && memcmp(row.name, name, len) == 0;
}

/* Whether the item has a field of that name in another line. */
static bool has_field(const struct fault *fault, struct row row, const char *name, size_t len)
{
	const struct node_failure *failure = fault->failure;
	struct row at = row;
	for (int i = 0; i < LINES_MOST && !at.dash; i++) {
		at = row_before(failure->bytes, at);
		if (!at.line.number || at.field < row.field)
			break;
		if (at.field == row.field && is_named(at, name, len))
			return true;
		at.dash = at.field == row.field ? at.dash : 0;
	}
	at = row;
	for (int i = 0; i < LINES_MOST; i++) {
		at = row_after(failure->bytes, failure->len, at);
		if (!at.line.number || at.column < row.field)
			break;
		if (at.column == row.field && is_named(at, name, len))
			return true;
	}
	return false;
}

/* The name of another field that ends before the colon, or NULL. */
static const char *name_before(
	const struct fault *fault, struct row row, const char *from, const char *colon)
{
	const char *at = colon;
	while (at > from && ((at[-1] >= 'a' && at[-1] <= 'z') || at[-1] == '-' || at[-1] == '_'))
		at--;
	size_t len = (size_t)(colon - at);
	bool apart = len && at > from && strchr(" \t,;|/", at[-1]);
	return apart && fault->failure->known->stands_beside(at, len, row.name, row.len) &&
			!is_named(row, at, len) && !has_field(fault, row, at, len)
		? at
		: NULL;
}

/* The next field of the line; one within brackets or quotation marks is none. */
static const char *name_next(const struct fault *fault, struct row row, const char *from)
{
	int deep = 0;
	char mark = '\0';
	for (const char *at = from; at < row.end; at++) {
		bool opens = strchr("\"'", *at) && at > from && strchr(" [{,:", at[-1]);
		if (mark ? *at == mark : opens) {
			mark = mark ? '\0' : *at;
		} else if (!mark) {
			deep += strchr("[{", *at) ? 1 : strchr("]}", *at) && deep ? -1 : 0;
			bool colon = *at == ':' && (at + 1 == row.end || sign_is_blank(at[1]));
			const char *name = colon && !deep ? name_before(fault, row, from, at)
							  : NULL;
			if (name)
				return name;
		}
	}
	return NULL;
}

/* Before the blanks and signs that were written between two fields. */
static const char *piece_end(const char *from, const char *to)
{
	while (to > from && strchr(" \t,;|/", to[-1]))
		to--;
	return to;
}

static void lines_report(const struct fault *fault, struct row row, const char *name)
{
	struct buf act = {0};
	struct place place = fault_place(fault, row.line, name);
	bool more = false;
	buf_format(&act, "\"%.*s\", and in lines of their own below it",
		(int)(piece_end(row.at, name) - row.at), row.at);
	while (name) {
		const char *next = name_next(fault, row, line_colon(name, row.end, true));
		const char *to = next ? piece_end(name, next) : row.end;
		buf_format(&act, "%s \"%.*s\"", more ? " and" : "", (int)(to - name), name);
		more = true;
		name = next;
	}
	diag_add(fault->diags, DIAG_ERROR, place, "line-end",
		"another field begins here; write %s, in column %u", buf_string(&act),
		(unsigned)row.field);
	buf_free(&act);
}

bool two_explain(const struct fault *fault)
{
	struct row row = row_of(fault->line);
	const struct node_known *known = fault->failure->known;
	if (!known || !row.name || fault->failure->flow || row.end - row.at > SHOWN_MOST ||
		!known->stands_beside(row.name, row.len, NULL, 0))
		return false;
	const char *from = sign_blanks_skip(row.name + row.len + 1, row.end);
	const char *name = name_next(fault, row, from);
	if (!name)
		return false;
	const char *to = name > from ? piece_end(from, name) : from;
	const char *own = sign_blanks_skip(line_colon(name, row.end, true) + 1, row.end);
	/* "title: On the question of place: a talk" may be a title, and "text: He said: no" words */
	bool word = to > from && !memchr(from, ' ', (size_t)(to - from)) &&
		!is_named(row, "text", 4) && !is_named(row, "title", 5);
	bool sure = name - to > 1 || word || own == row.end || strchr("[{|>", *own);
	if (sure) {
		lines_report(fault, row, name);
		return true;
	}
	if (is_named(row, "text", 4))
		return false;
	char what[128];
	int len = (int)(sign_name_skip(name, row.end) - name);
	snprintf(what, sizeof what,
		"a colon and a space inside a text; write \"%.*s\" in a line of its own if it is a "
		"field, else",
		len > 40 ? 40 : len, name);
	text_explain_else(fault, fault->failure->place, "unquoted-colon", what);
	return true;
}
