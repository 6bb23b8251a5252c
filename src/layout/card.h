/* The card of a record: what it is, how to read its marks, and the ways in. It is the first thing
 * that the explorer shows. */
#ifndef TRUCE_LAYOUT_CARD_H
#define TRUCE_LAYOUT_CARD_H

#include "layout/rows.h"
#include "query/result.h"

/* A way in: keys, with commas between them, and what they lead to. */
struct card_way {
	const char *key, *leads;
};

/* What is shown of the record: a line, and more about it; NULL where there is none. It stands in the place
 * of what the record is about. */
struct card_selected {
	const char *what, *note;
	const char *day; /* of which it is shown */
};

/* Adds the card, centred in the paper; `ways` is closed by a row of NULL. Of a view the card is
 * that of the lesson plan: its title, its question, the ways before the marks, and its scenes, each a
 * stop, from 1; without one (NULL) it lists the plans that there are, each a stop. */
void card_add(struct rows *, const struct result *, const struct view *,
	const struct card_selected *, const struct card_way *ways);

/* The place in the record of the nth plan that is listed, from 1; -1 where there is none. */
int64_t card_plan(const struct record *, int nth);
/* How many are listed. */
uint32_t card_plans(const struct record *);

/* Adds the legend of marks: a sign and what it means, from column `left` on; `marked`: of marks that
 * are set by hand as well. */
void card_legend_add(struct rows *, int left, bool marked);

#endif
