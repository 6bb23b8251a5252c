/* Words with what another wording lacks made plain: between the signs ‹ and ›, and as a hit. */
#ifndef TRUCE_LAYOUT_WORDING_H
#define TRUCE_LAYOUT_WORDING_H

#include "layout/rows.h"
#include "query/wording.h"

/* Adds the text as rows_wrap does, its parts marked. Both signs belong to the part. */
void wording_add(struct rows *, struct style, const char *text, struct wording, int left, int right,
	const char *hang, const char *after);

#endif
