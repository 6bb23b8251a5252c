/* Comparing: the first of two is remembered until the second is chosen, or it is taken back. */
#ifndef TRUCE_UI_COMPARE_H
#define TRUCE_UI_COMPARE_H

#include "layout/compare.h"
#include "ui/area.h"

#include <stdbool.h>

struct app;

struct compared {
	struct ref first;                /* chosen, and waiting for the second; none for none */
	struct ref sides[COMPARE_SIDES]; /* of the view */
	struct compare compare;
	struct rows rows;
	struct compare_place *places;
	struct arena arena, rows_arena; /* of the comparison, and of its rows */
	bool made;
	uint32_t selected; /* a line */
	int side;
	int top, height; /* the first row shown, and how many */
};

/* Remembers the selected event or quotation, opens the view with the one remembered before, or takes that
 * back where it is the same. */
void compare_choose(struct app *);
/* Opens the view with two events or quotations; false where one of them is not selected. */
bool compare_open(struct app *, struct ref left, struct ref right);
/* Opens the view as it was left. */
void compare_reopen(struct app *);
/* Takes back what was remembered; false where there was nothing. */
bool compare_take_back(struct app *);
/* Whether this event, or a quotation of it, waits to be compared. */
bool compare_is_first(const struct app *, uint32_t event);
/* Puts the sign beside the quotation that waits, where it is in the quote pane's window. */
void compare_draw_first(struct app *, struct grid *, struct area quotes);
/* In the last row, while one waits: what is to be compared, and how. False where none waits. */
bool compare_draw_waiting(struct app *, struct grid *);

/* Forgets all that belongs to a record: before another takes its place, and at the end. */
void compare_forget(struct app *);

#endif
