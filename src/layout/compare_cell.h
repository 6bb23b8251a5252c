/* The label and the cells of a line of a comparison, each as rows of its own: private to compare.c. */
#ifndef TRUCE_LAYOUT_COMPARE_CELL_H
#define TRUCE_LAYOUT_COMPARE_CELL_H

#include "layout/rows.h"
#include "query/compare.h"

/* What a line is about, as far as it is not that of the line before (or NULL). */
void compare_label_add(struct rows *, const struct compare *, const struct compare_line *,
	const struct compare_line *before);

/* A side of a line; where it has nothing, nothing, or the sign for that where `told`. */
void compare_cell_add(
	struct rows *, const struct compare *, const struct compare_line *, int side, bool told);

/* Who a side is; in one row where `brief`. */
void compare_side_add(struct rows *, const struct compare *, int side, bool brief);

#endif
