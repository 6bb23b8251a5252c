/* Rows of a table, copied into a record as they stood in a spreadsheet or between upright strokes. */
#ifndef TRUCE_BASE_TABLE_H
#define TRUCE_BASE_TABLE_H

#include "base/diag.h"
#include "base/node_row.h"

#include <stdbool.h>
#include <stddef.h>

struct node_known;

/* Reports a line that is such a row, with the lines that are to stand in its place; false, with
 * nothing added, where it is none. Borrows the bytes of the file; `known` (node.h) may be NULL. */
bool table_report(struct diag_list *, struct place, const char *bytes, struct row,
	const struct node_known *known);

#endif
