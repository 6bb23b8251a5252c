/* Texts of several lines that have swallowed a field, or the items of a list. One in quotation
 * marks goes on over lines which look like fields: the mark that should close it above them is
 * lost, and the next one closes it. A plain one goes on at a field without the space behind its
 * colon. */
#ifndef TRUCE_BASE_NODE_SWALLOW_H
#define TRUCE_BASE_NODE_SWALLOW_H

#include "base/diag.h"
#include "base/node.h"
#include "base/node_error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct node_swallow {
	const char *at; /* the beginning of line `number` of the file; NULL before the first text */
	uint32_t number;
	/* What was found and is not yet reported; no line where there is nothing. */
	struct place open;
	uint32_t line, above, last; /* of the field, of the words above it, of the closing mark */
	const char *field;
	int len; /* bytes of it */
};

/* Looks at a text in quotation marks, behind those that were looked at before, and returns whether
 * there is something to report. `bytes` up to `end` are the file's, borrowed. */
bool node_swallow_find(struct node_swallow *, const char *bytes, const char *end,
	const struct node_known *, struct place open, uint32_t last);
/* Reports what was found, once. */
void node_swallow_report(struct node_swallow *, struct diag_list *);

/* Looks at a plain text from failure->opened to the line `last`, behind those that were looked at
 * before, whose lines may be the items of a list; reports what it finds, or returns false. */
bool node_swallow_items(struct node_swallow *, const struct node_failure *, uint32_t last,
	const char *text, size_t len, struct diag_list *);
/* Looks at a plain text from failure->opened to the line `last`, of which only the bytes and what is
 * known of fields are asked besides; reports what it finds, or returns false. */
bool node_swallow_plain(const struct node_failure *, uint32_t last, const char *text, size_t len,
	struct diag_list *);

#endif
