/* Lists of plain values, ids as a rule, whose hyphens are lost or out of step: each line is then a line
 * that means nothing, or goes on with the one above. Each adds one diagnostic, or returns false with
 * nothing added. */
#ifndef TRUCE_BASE_NODE_VALUES_H
#define TRUCE_BASE_NODE_VALUES_H

#include "base/node_fault.h"
#include "base/node_row.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Of an item that is a plain value, the field without a value above it and those before it in its
 * column, if that begins further right, up to twenty lines above: it belongs there. `first` becomes
 * the first of them; number 0 where there is no such field. */
struct row values_field(const char *bytes, struct row, struct row *first);
/* Appends how these items, up to `last`, come to stand below their field. */
void values_move(struct buf *, const char *bytes, size_t len, struct row first, struct row field,
	struct row *last);

/* A line without a colon: below items whose hyphens stand in its column, or below a field that has
 * nothing behind it, and of ids left of that, too. */
bool values_explain_line(const struct fault *, struct line);
/* A plain text of several lines, from failure->opened, in this line, to the line `last`, which are the
 * items of a list. */
bool values_explain_text(
	const struct node_failure *, struct line, uint32_t last, struct diag_list *);
/* An item in another column than the one above it. */
bool values_explain_column(const struct fault *, struct row);
/* An item left of the field above that it belongs to, as values_field finds it. */
bool values_explain_outside(const struct fault *, struct row);
/* "people: - hale", with more items below. */
bool values_explain_behind(const struct fault *, struct line, const char *at, struct place);

#endif
