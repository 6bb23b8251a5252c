/* What other programs and drafts leave in a text, where it would be quoted: quotation marks around
 * it, signs of a block text, HTML, Markdown, "TODO". Private to load/. */
#ifndef TRUCE_LOAD_TRACES_H
#define TRUCE_LOAD_TRACES_H

#include "load/loader.h"

enum trace {
	TRACE_HTML = 1,
	TRACE_MARKDOWN = 2,
	TRACE_DRAFT = 4,
	TRACE_LOST = 8,
	TRACE_MISREAD = 16,
	TRACE_LEFT = 32,
	TRACE_UNSEEN = 64, /* a character that is not seen: hidden.h */
	TRACE_SHARP = 128  /* "#", of what may be meant for a remark */
};

/* What may stand before a sign of Markdown; within addresses and names other things do. */
bool traces_is_outside(char before);

/* Which of them a text may hold at all. */
unsigned traces_find(const char *text, size_t len);

/* Reports those of a text, of which `traces` were found, one of a sort. */
void traces_report(
	struct loader *, const struct form_field *, const struct node *, unsigned traces);

#endif
