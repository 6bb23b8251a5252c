/* A comparison as rows: a label, the left side, what can be said of both, the right side.
 *
 * On narrow paper the labels stand above, and on very narrow paper one side below the other, each
 * behind its number. The column before a cell is left free for the sign of the selected one. */
#ifndef TRUCE_LAYOUT_COMPARE_H
#define TRUCE_LAYOUT_COMPARE_H

#include "layout/rows.h"
#include "query/compare.h"

enum {
	COMPARE_WIDE = 72,   /* from here on labels stand beside */
	COMPARE_NARROW = 50, /* below it one side stands below the other */
};

struct compare_columns {
	int label; /* columns of the labels; 0: above */
	int left[COMPARE_SIDES], width;
	int sign; /* the column of the sign */
	bool stacked;
};

/* The columns that fit a width. */
struct compare_columns compare_columns(int width);

/* Where a line stands in the rows. */
struct compare_place {
	uint32_t first, last;         /* rows */
	uint32_t side[COMPARE_SIDES]; /* the row in which the side's cell begins */
};

/* Adds who the two sides are: titles and dates, or speakers and dates. */
void compare_head_add(struct rows *, const struct compare *);

/* Adds all lines. `places` holds compare->count of them, or is NULL. */
void compare_add(struct rows *, const struct compare *, struct compare_place *places);

/* "Compare two events"; "An event beside itself". */
const char *compare_title(const struct compare *);

/* What is said above the lines, that both sides are one; and below them, that days were left out. NULL
 * where there is nothing to say. */
const char *compare_note_above(const struct compare *);
const char *compare_note_below(const struct compare *);

/* "3 years, 48 days apart", which goes by New Style and says so where a date is given in
 * Old Style; nothing where that is not known. */
void compare_span_words(struct buf *, const struct compare *);

/* "= same words   ≠ other words   ‹ › only one side", as much as fits; of quotations how the
 * words are marked. Returns whether all of it does. */
bool compare_legend(struct buf *, const struct signs *, const struct compare *, int width);

#endif
