/* The items of the timeline: item 0 is the card of the record; the others are the events of the result,
 * or, zoomed out, groups of them. */
#ifndef TRUCE_UI_ITEMS_H
#define TRUCE_UI_ITEMS_H

#include "layout/fold.h"
#include "ui/list.h"

#include <stdbool.h>
#include <stdint.h>

struct app;

uint32_t items_count(const struct app *);
struct list_heights items_heights(const struct app *);

/* The row of the result that an item shows, a group's first; -1 for the card. */
int64_t items_row(const struct app *, uint32_t item);
/* The item that shows a row; 0 for row -1. */
uint32_t items_of_row(const struct app *, int64_t row);
/* Whether an item stands for several events. */
bool items_is_group(const struct app *, uint32_t item);

/* Adds the rows of an item, the last of them its own. */
void items_add(struct rows *, const struct app *, uint32_t item, bool whole);
/* Adds what the quote pane holds for an item. */
void items_account_add(struct rows *, const struct app *, uint32_t item);

/* Zooms to a unit; the same event stays selected. */
void items_zoom(struct app *, enum unit);
/* Zooms closer until the selected group falls apart. */
void items_open(struct app *);

#endif
