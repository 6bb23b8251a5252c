/* Where a line of text may end.
 *
 * A paragraph is broken at spaces, after hyphens and dashes, and between ideographs, never
 * inside a cluster, before closing punctuation, after opening punctuation, or inside a number
 * (UAX #14 in its habits, not in its letter). A word wider than the line is broken between
 * clusters. doc/wrapping.md explains the rules. */
#ifndef TRUCE_LAYOUT_WRAP_H
#define TRUCE_LAYOUT_WRAP_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

struct wrap {
	const struct text_form *form;
	bool letters; /* the target has all plain letters */
	const char *at, *end;
};

struct wrap_line {
	const char *text;
	size_t len; /* without the space at its end */
	int width;  /* columns as shown */
};

/* Begins a paragraph. The text is borrowed. */
void wrap_begin(struct wrap *, const struct text_form *, const char *text, size_t len);

/* The next line of at most `width` columns (at least one cluster is always taken), `last_reserve`
 * columns of it kept free if the text ends on this line. False when there is no more. */
bool wrap_next(struct wrap *, int width, int last_reserve, struct wrap_line *);

#endif
