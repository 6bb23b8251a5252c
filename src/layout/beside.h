/* Columns beside each other: laid out each by itself, then put into one list of rows. */
#ifndef TRUCE_LAYOUT_BESIDE_H
#define TRUCE_LAYOUT_BESIDE_H

#include "layout/rows.h"
#include "query/wording.h"

/* The sign of what can be said of two sides; " " where that is nothing. */
const char *beside_sign(const struct signs *, enum contrast);

/* A sign or two and what they mean; a list is closed by a row whose words are NULL. */
struct beside_key {
	const char *sign, *other; /* other may be NULL */
	const char *words;
};

/* "= the same words   ≠ other words   ‹ › only one side": as many as fit `width`. */
void beside_legend(struct buf *, const struct text_form *, const struct beside_key *, int width);

/* Adds the row of another list to the row at hand, from a column on. */
void beside_copy(struct rows *, const struct row *, int column);

/* Appends rows as plain text, a line each, harmless to a terminal. */
void beside_plain(struct buf *, const struct rows *);

#endif
