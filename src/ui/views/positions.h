/* The positions: their state, and what the two files share: positions.c (in and out, and what the keys do)
 * and positions_draw.c. */
#ifndef TRUCE_UI_VIEWS_POSITIONS_H
#define TRUCE_UI_VIEWS_POSITIONS_H

#include "layout/positions.h"
#include "ui/core/keybar.h"
#include "ui/core/stands.h"
#include "ui/core/view.h"

struct positions_table {
	struct arena arena;
	uint32_t change;  /* which of the filter's changes it was made for; 0 for none */
	uint32_t telling; /* and which lesson, and which scene of it: telling.h, result.h */
	uint32_t reached;
	bool ahead;             /* with what is later than all that the lesson has shown */
	bool refused;           /* it was not opened, since all of it is such */
	const struct event *of; /* that was at hand when it was opened last; NULL */
	struct ref shown;       /* over a scene: the words or the event, or none */
	struct stands stands;   /* the table, and what is selected of it */
};

static inline struct positions_table *positions_of(const struct app *app)
{
	return view_state(app, &positions_view);
}

static inline struct stands *stands_of(const struct app *app)
{
	return &positions_of(app)->stands;
}

/* The columns that are shown. */
static inline struct positions_columns columns_of(const struct app *app)
{
	return positions_columns(&stands_of(app)->table, app->cols, stands_of(app)->first);
}

/* Adds the rows of an item of the list, an empty one above the title of an issue. */
void positions_item_add(struct rows *, const struct app *, uint32_t item,
	const struct positions_columns *, struct positions_spot);
/* For list_heights; the rows of the screen that lines have. */
int positions_item_height(const void *app, uint32_t item);
struct area positions_lines_area(const struct app *);

extern const struct hint positions_hints[];
void positions_draw(struct app *, struct grid *);

#endif
