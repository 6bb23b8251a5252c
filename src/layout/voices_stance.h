/* Where a source stands, below its line of the index: so sources are read side by side. */
#ifndef TRUCE_LAYOUT_VOICES_STANCE_H
#define TRUCE_LAYOUT_VOICES_STANCE_H

#include "layout/rows.h"
#include "model/record.h"
#include "query/voices.h"

#include <stdbool.h>

/* Whether it has a place there: the line is of a source of which the record says it. */
bool voices_has_stance(const struct record *, const struct voices_line *);

/* How many rows it takes on this paper, at most a few; 0 where there is none. `whole` says whether
 * they hold all of it; may be NULL. */
int voices_stance_rows(
	const struct paper *, const struct record *, const struct voices_line *, bool *whole);

/* Adds these rows; what they cannot hold ends in the sign for a cut. */
void voices_stance_add(struct rows *, const struct record *, const struct voices_line *);

/* Whose words they are, behind the heading of the page's first lines: "; the editor says where each
 * stands:". */
const char *voices_stance_owner(const struct record *, const struct voices *);

#endif
