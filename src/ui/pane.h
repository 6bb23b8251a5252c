/* The quote pane: what it holds, which stop of it is selected, and how far it is scrolled.
 *
 * It is laid out when it gets another event or another width, and kept until then. Stops are counted as
 * in layout/account.h: 0 is the account, n the nth quotation. */
#ifndef TRUCE_UI_PANE_H
#define TRUCE_UI_PANE_H

#include "layout/rows.h"
#include "query/result.h"
#include "ui/area.h"

#include <stdbool.h>
#include <stdint.h>

struct pane_stop {
	int first, last; /* rows */
};

struct app;

struct pane {
	struct arena arena;
	struct rows rows;
	struct pane_stop *stops;
	int stop_count;
	int64_t holds; /* the item it was laid out for; -1 before the first */
	int stop;      /* the selected one */
	int top;       /* the first row shown */
	int height;    /* rows of the window */
};

void pane_begin(struct pane *);
void pane_free(struct pane *);

/* Lays the pane out for an item of the timeline and a window; what is laid out already is kept. Another
 * item starts at its top with stop 0; another width keeps the selected stop in view. */
void pane_fit(struct pane *, const struct app *, uint32_t item, const struct paper *, int height);

/* The next or previous stop; one that is longer than the window is scrolled through first. False at
 * the end. */
bool pane_next(struct pane *);
bool pane_previous(struct pane *);
/* Selects a stop and brings it into view. */
void pane_select(struct pane *, int stop);
/* Scrolls by rows, as far as there is something; the first stop that begins in the window is selected.
 * False where the end was reached before. */
bool pane_scroll(struct pane *, int rows);
/* Goes to the last page. */
void pane_end(struct pane *);

/* How much of the pane has been shown by the end of the window, in percent. */
int pane_percent(const struct pane *);

/* Draws the window; with `focused` the selected stop has its bar and the cursor. */
void pane_draw(struct app *, const struct pane *, struct grid *, struct area, bool focused);

#endif
