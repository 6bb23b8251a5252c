/* The card of a record: what it is, how to read its marks, and the ways in. It is the first thing
 * that the explorer shows. */
#ifndef TRUCE_LAYOUT_CARD_H
#define TRUCE_LAYOUT_CARD_H

#include "layout/rows.h"
#include "query/result.h"

/* A way in: a key and what it leads to. */
struct card_way {
	const char *key, *leads;
};

/* Adds the card, centred in the paper; `ways` is closed by a row of NULL. Of a view the card is
 * that of the lesson plan: its title and its note; without one (NULL) it lists the plans that there
 * are. `selected` says what is shown of the record; NULL where that is all. */
void card_add(struct rows *, const struct result *, const struct view *, const char *selected,
	const struct card_way *ways);

/* Adds the legend of marks: a sign and what it means, from column `left` on. */
void card_legend_add(struct rows *, int left);

#endif
