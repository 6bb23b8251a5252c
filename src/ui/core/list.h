/* A list with a selection and a window onto it; it knows neither what it
 * lists nor how that is drawn.
 *
 * Items have heights in rows, asked for only near the window, so moving costs the size of the
 * window and never that of the list. A window starts at the first row of an item. */
#ifndef TRUCE_UI_CORE_LIST_H
#define TRUCE_UI_CORE_LIST_H

#include "ui/core/motion.h"

#include <stdbool.h>
#include <stdint.h>

struct list {
	uint32_t count; /* how many items; at least 1 */
	uint32_t selected;
	uint32_t top; /* the first item of the window */
};

/* The height of an item, 1 or more. */
struct list_heights {
	int (*of)(const void *what, uint32_t item);
	const void *what;
};

/* Selects an item; beyond an end, the last or first. */
void list_select(struct list *, int64_t item);

/* Selects an item; true where it was selected before. */
bool list_choose(struct list *, int64_t item);

/* Selects what a motion leads to, items of one row each. */
void list_move(struct list *, struct motion);

/* Moves the window of `rows` rows as little as is needed to show the selected item whole, with one
 * more beside it where there is one. */
void list_settle(struct list *, const struct list_heights *, int rows);

/* The same for items of one row each, without more beside it. */
void list_keep(struct list *, int rows);

/* The item about `rows` rows further (below 0: back), at least the next: for paging. Where the window has one row more
 * than that, and settles on it, no item between is left out. */
uint32_t list_further(const struct list *, const struct list_heights *, int rows);

#endif
