/* What can be said of two things beside each other, as a sign; and what the signs mean. */
#ifndef TRUCE_LAYOUT_CONTRAST_H
#define TRUCE_LAYOUT_CONTRAST_H

#include "base/buf.h"
#include "layout/style.h"
#include "query/wording.h"

/* "=", "≠", "‹", "›"; " " where nothing can be said. */
const char *contrast_sign(const struct signs *, enum contrast);

/* A sign or two and what they mean; a list is closed by a row whose words are NULL. */
struct contrast_key {
	const char *sign, *other; /* other may be NULL */
	const char *words;
};

/* "= the same words   ≠ other words   ‹ › only one side": as many as fit `width`. */
void contrast_legend(
	struct buf *, const struct text_form *, const struct contrast_key *, int width);

#endif
