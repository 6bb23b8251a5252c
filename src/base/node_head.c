/* Who writes a text on the lines below its field may miss the sign by a little: ">-." and "|:" are no
 * signs of YAML, and one in quotation marks is a text. Whatever stands there without a letter was meant
 * for it. */
#include "base/node_head.h"

#include "base/node.h"
#include "base/node_row.h"
#include "base/node_sign.h"
#include "base/text.h"

#include <string.h>

enum { SIGN_MOST = 8, WORDS_MOST = 90 };

bool head_goes_on(const struct fault *fault, struct line line)
{
	const char *end = fault->failure->bytes + fault->failure->len;
	const char *text = sign_line_next(line.end, end);
	struct line below = {text, sign_line_end(text, end), line.number + 1};
	const char *start = line_start(below), *field = line_field(below);
	const char *colon = line_colon(field, below.end, true);
	bool named = colon && !memchr(field, ' ', (size_t)(colon - field));
	return start < below.end && *start != '#' && !named && start == field &&
		line_column(below, start) > line_column(line, line_field(line));
}

static bool is_letter(char c)
{
	return text_small(c) >= 'a' && text_small(c) <= 'z';
}

/* Behind "&gt;", which a page of HTML has for a ">"; `at` where there is none. */
static const char *entity_skip(const char *at, const char *end)
{
	return end - at >= 4 && (memcmp(at, "&gt;", 4) == 0 || memcmp(at, "&lt;", 4) == 0) ? at + 4
											   : at;
}

bool head_is_signs(const char *at, const char *end)
{
	bool block = at < end && strchr("|>", *at); /* which may have a figure behind it */
	at = entity_skip(at, end);
	for (; at < end; at++)
		if ((unsigned char)*at >= 0x80 || is_letter(*at) || (text_is_figure(*at) && !block))
			return false;
	return true;
}

static const char *sign_meant(char first)
{
	return first == '|' ? "|" : ">-";
}

bool head_explain(const struct fault *fault, struct line line, const char *at, struct place place)
{
	const struct node_known *known = fault->failure->known;
	const char *name = line_field(line), *end = line_words_end(line, name), *to = at;
	const char *colon = line_colon(name, end, true);
	if (!line.number || !colon || sign_blanks_skip(colon + 1, end) != at || at >= end ||
		!head_goes_on(fault, line))
		return false;
	int len = (int)(colon - name);
	if (head_is_signs(at, end) &&
		(strchr("|>", *at) || !known || !known->takes_list(name, (size_t)len))) {
		diag_add(fault->diags, DIAG_ERROR, place, "leading-character",
			"\"%.*s\" does not begin a text on the lines below; write \"%.*s: %s\"",
			(int)(end - at > SIGN_MOST ? SIGN_MOST : end - at), at, len, name,
			sign_meant(*at));
		return true;
	}
	while (to < end && strchr("|>+-.:=<;~_,", *to))
		to++;
	const char *words = sign_blanks_skip(to, end);
	if (!strchr("|>", *at) || words == to || words == end)
		return false;
	diag_add(fault->diags, DIAG_ERROR, place, "leading-character",
		"a text cannot stand behind \"%.*s\"; write \"%.*s\" on a line of its own above "
		"those below, and as deep",
		(int)(to - at > SIGN_MOST ? SIGN_MOST : to - at), at,
		(int)(end - words > WORDS_MOST ? WORDS_MOST : end - words), words);
	return true;
}

bool head_explain_quoted(const struct fault *fault)
{
	struct row row = row_of(fault->line), head = row_before(fault->failure->bytes, row);
	if (!head.line.number || !head.name || row.dash || row.column <= head.field)
		return false;
	const char *value = sign_blanks_skip(head.name + head.len + 1, head.end);
	const char *last = head.end - 1, *open = value + 1;
	if (last <= value || !strchr("\"'", *value) || *last != *value ||
		!head_is_signs(open, last))
		return false;
	bool empty = sign_blanks_skip(open, last) == last;
	diag_add(fault->diags, DIAG_ERROR, fault_place(fault, head.line, value), "text-after-quote",
		"%s%.*s%s; if the text stands on the lines below, write \"%.*s: %s\"",
		empty ? "nothing stands in " : "", (int)(head.end - value), value,
		empty ? "" : " is a text of its own in quotation marks", (int)head.len, head.name,
		sign_meant(*open));
	return true;
}
