/* A page of the index as rows: who or what, then a mark for each entry under the era it belongs
 * to. */
#ifndef TRUCE_LAYOUT_VOICES_H
#define TRUCE_LAYOUT_VOICES_H

#include "layout/voices_sheet.h"

/* Adds the row of the eras' names. */
void voices_head_add(
	struct rows *, const struct record *, const struct voices *, const struct voices_sheet *);

/* Adds a line of the page in one row; of a heading each cell is a sum. `group` where its group is to be
 * said beside it. `needle`,
 * folded, is what it was found by: another name than what is shown is said behind that, in brackets,
 * and room is made for it. */
void voices_line_add(struct rows *, const struct record *, const struct voices_line *,
	const struct voices_sheet *, bool group, const char *needle);

/* "35 quoted ■   19 reported □   14 views ◇": what the page holds, with its signs. */
void voices_counts(struct buf *, const struct signs *, const struct voices *, enum voices_page);

/* "■ quoted   □ reported   ◇ view": its signs alone; nothing where it has none. */
void voices_signs(struct buf *, const struct signs *, const struct voices *, enum voices_page);

/* What is left out of the counts, each with a dot behind it: " 3 unattributed ·". */
void voices_uncounted(struct buf *, const struct signs *, const struct voices *);

/* What a page is called: "Speakers". */
const char *voices_title(enum voices_page);
/* Why a page holds nothing, as a sentence; `part` where not all of the record is shown. */
const char *voices_none(enum voices_page, bool part);

#endif
