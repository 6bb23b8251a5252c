/* What the keys of the table of positions need to know of its window: private to positions*.c. */
#ifndef TRUCE_UI_POSITIONS_WINDOW_H
#define TRUCE_UI_POSITIONS_WINDOW_H

#include "ui/keybar.h"
#include "ui/positions.h"

#include <stdbool.h>

struct grid;

/* The line of the table that is selected, and the stands of the selected cell. */
uint32_t positions_selected(const struct stood *);
const struct stand *positions_selected_cell(const struct stood *, uint32_t *count);

/* The columns that the screen shows, and the rows that it has for lines. */
struct positions_columns positions_columns_of(const struct app *);
int positions_window_rows(const struct app *);

/* Lines as items of the list: whether the title stands above one, its rows, and how many there are. */
bool positions_is_titled(const struct stood *, uint32_t item);
void positions_item_add(struct rows *, const struct app *, uint32_t item,
	const struct positions_columns *, struct positions_spot);
int positions_item_height(const void *app, uint32_t item);

void positions_draw(struct app *, struct grid *);

extern const struct hint positions_hints[];

#endif
