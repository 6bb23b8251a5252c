/* A text in quotation marks that goes on over lines which look like fields: the mark that should close
 * it above them is lost, and the next one closes it. */
#ifndef TRUCE_BASE_NODE_SWALLOW_H
#define TRUCE_BASE_NODE_SWALLOW_H

#include "base/diag.h"
#include "base/node.h"

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

/* Looks at a text of several lines, behind those that were looked at before. `bytes` up to `end` are
 * the file's, borrowed. */
void node_swallow_find(struct node_swallow *, const char *bytes, const char *end,
	const struct node_known *, struct place open, uint32_t last);
/* Reports what was found, once. */
void node_swallow_report(struct node_swallow *, struct diag_list *);

#endif
