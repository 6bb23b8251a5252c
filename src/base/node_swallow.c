/* The lines of a file are counted once, from text to text. What was found is reported when reading
 * has gone on: where it fails right behind the text, that says more. */
#include "base/node_swallow.h"

#include "base/node_sign.h"

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

void node_swallow_find(struct node_swallow *swallow, const char *bytes, const char *end,
	const struct node_known *known, struct place open, uint32_t last)
{
	enum { SHOWN_MOST = 60 };
	if (!swallow->at) {
		swallow->at = bytes;
		swallow->number = 1;
	}
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
				return;
			}
			above = sign_blanks_skip(line, to) < to ? swallow->number : above;
		}
		swallow->at = sign_line_next(to, end);
	}
}

void node_swallow_report(struct node_swallow *swallow, struct diag_list *diags)
{
	if (!swallow->line)
		return;
	diag_add(diags, DIAG_ERROR, swallow->open, "unclosed-quote",
		"this text goes on over line %u, \"%.*s\"; put its closing quotation mark at the "
		"end of line %u, and delete the one in line %u",
		(unsigned)swallow->line, swallow->len, swallow->field, (unsigned)swallow->above,
		(unsigned)swallow->last);
	swallow->line = 0;
}
