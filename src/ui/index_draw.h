/* How the index stands on the screen. Private to the index. */
#ifndef TRUCE_UI_INDEX_DRAW_H
#define TRUCE_UI_INDEX_DRAW_H

#include "ui/grid.h"
#include "ui/keybar.h"
#include "ui/list.h"

struct app;

void index_draw(struct app *, struct grid *);

/* The rows of the list, and the heights of its lines: what paging has to know. */
int index_rows(const struct app *);
struct list_heights index_heights(const struct app *);

extern const struct hint index_hints[];

#endif
