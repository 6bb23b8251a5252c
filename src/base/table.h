/* Rows of a table, copied into a record as they stood in a spreadsheet or between upright strokes. */
#ifndef TRUCE_BASE_TABLE_H
#define TRUCE_BASE_TABLE_H

#include "base/diag.h"
#include "base/node_row.h"

#include <stdbool.h>
#include <stddef.h>

struct node_known;

/* The section that a row stands in, as far as it is seen above it. */
struct table_section {
	const char *bytes; /* of the file */
	const char *name;
	size_t len;
	struct row row;  /* what it was looked for from */
	struct row item; /* the nearest line above that has a field, in the section */
	uint32_t dash;   /* where its items begin; 0 where there is none */
};

/* Reports a line that is such a row, with the lines that are to stand in its place; false, with
 * nothing added, where it is none. Borrows the bytes of the file; `known` (node.h) may be NULL. `last`
 * is zeroed before the first row, and then says where the next one need not look again; or NULL. */
bool table_report(struct diag_list *, struct place, const char *bytes, struct row,
	const struct node_known *known, struct table_section *last);

#endif
