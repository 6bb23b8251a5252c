/* What a comparison says in one place: the label of a line, and one side of it. */
#ifndef TRUCE_LAYOUT_COMPARE_CELLS_H
#define TRUCE_LAYOUT_COMPARE_CELLS_H

#include "layout/rows.h"
#include "query/compare.h"

/* Adds the label of a line; nothing where it would say again what that of the line before it does (NULL
 * for none). */
void compare_label_add(struct rows *, const struct compare *, const struct compare_line *,
	const struct compare_line *before);

/* Whether a line is the first of its stands on an issue: the issue's title stands above it. */
bool compare_begins_issue(const struct compare_line *, const struct compare_line *before);

/* Adds what a side has in a line: nothing, or where that is to be `told` the sign for it. */
void compare_side_add(
	struct rows *, const struct compare *, const struct compare_line *, int side, bool told);

/* Adds who a side is, a row each: title and date, or speaker and event; `brief` the first alone. */
void compare_who_add(struct rows *, const struct compare *, int side, bool brief);

#endif
