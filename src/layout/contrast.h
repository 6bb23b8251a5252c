/* What can be said of two things beside each other, as a sign; and what the signs mean. */
#ifndef TRUCE_LAYOUT_CONTRAST_H
#define TRUCE_LAYOUT_CONTRAST_H

#include "base/buf.h"
#include "layout/rows.h"
#include "query/wording.h"

/* "=", "≠", "‹", "›"; " " where nothing can be said. */
const char *contrast_sign(const struct signs *, enum contrast);

/* A row with a remark in the place of what stands in other cells: a sign, and what it says. */
void contrast_remark_add(struct rows *, const char *sign, const char *words);
/* "× not in this selection": the record has something here that was not asked for, or that a lesson is
 * still to come to. */
void contrast_left_out_add(struct rows *, bool to_come);
/* The words of it. */
const char *contrast_left_out(bool to_come);

/* A sign or two and what they mean; a list is closed by a row whose words are NULL. */
struct contrast_key {
	const char *sign, *other; /* other may be NULL */
	const char *words;
};

/* What is said of other words, of which nobody but the reader can say whether they mean the same: from step
 * to step, from 0 on, in fewer words; NULL behind the last. */
const char *contrast_worded(int step);

/* "= same words   ≠ other words   ‹ › only one side": what the buf holds then, as many as fit `width`; true
 * where all do. */
bool contrast_legend(
	struct buf *, const struct text_form *, const struct contrast_key *, int width);

/* A legend in as many rows as it needs, the text borrowed. */
void contrast_legend_add(struct rows *, const char *legend);

#endif
