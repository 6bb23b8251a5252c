/* A window on rows of text: which of them are in view, and which stop of theirs is selected.
 *
 * A view lays its rows out (window_lay), for a width and whatever else they depend on; rows say
 * which stop they belong to (rows_stop), from 0 on, without gaps. The window keeps them until they
 * are laid out again, and moves over them: a stop that is longer than the window is scrolled
 * through before the next one is selected. Rows without stops are scrolled alone. */
#ifndef TRUCE_UI_CORE_WINDOW_H
#define TRUCE_UI_CORE_WINDOW_H

#include "base/arena.h"
#include "layout/rows.h"
#include "ui/core/area.h"
#include "ui/core/motion.h"

#include <stdbool.h>

struct window_stop {
	int first, last; /* rows */
};

/* How a stop is brought into view that is not in view whole. */
enum window_show {
	WINDOW_TO_TOP, /* to the top: one reads on from there */
	WINDOW_LEAST,  /* with as little movement as can be, its beginning where it is too long */
};

struct window {
	struct arena arena; /* of the rows */
	struct rows rows;
	struct window_stop *stops;
	int stop_count; /* 0 where there are none */
	int stop;       /* the selected one */
	int top;        /* the first row shown */
	int height;     /* rows of the window, 1 or more once it is fitted */
	enum window_show show;
};

/* A zeroed window is empty. */
void window_free(struct window *);

/* Begins rows anew, for this paper; the caller adds them to window->rows, then calls
 * window_laid. What is selected and how far it is scrolled stays, as far as there is such
 * a thing in the new rows. */
void window_lay(struct window *, const struct paper *);
void window_laid(struct window *);
/* True where the rows were laid out for this paper. */
bool window_is_laid(const struct window *, const struct paper *);

/* The window has so many rows now (1 or more); some of what is selected is in view. */
void window_fit(struct window *, int height);

/* Selects a stop, beyond an end the last or first, and brings it into view. */
void window_select(struct window *, int64_t stop);
/* The same, but a window at the top of its rows stays there where it shows some rows of the stop. */
void window_begin(struct window *, int64_t stop);
/* Selects a stop, and brings rows of it into view, with some of what stands before them, above so
 * many rows at the end of the window that something covers. */
void window_reveal(struct window *, int stop, int first, int last, int covered);
/* The next (1) or previous (-1) stop, behind what is hidden of this one. False at the end. */
bool window_step(struct window *, int direction);
/* Scrolls by rows, as far as there is something; the first stop that begins in the window is
 * selected. False where the end was reached before. */
bool window_scroll(struct window *, int64_t rows);
/* The stop of a row, or the next one below it; the last where there is none. */
int window_stop_at(const struct window *, int row);
/* Goes to the last page, and its last stop. */
void window_end(struct window *);
/* Does what a motion asks for: steps, rows, or a stop by its number; without stops, rows alone.
 * False where nothing moves. */
bool window_move(struct window *, struct motion);

/* How much has been shown by the end of the window, in percent; the rows above and below it. */
int window_percent(const struct window *);
int window_above(const struct window *);
int window_below(const struct window *);

/* Puts the cursor on a row, at the first character of its text; on the first row in view where it is not in
 * view. */
void window_cursor(const struct window *, struct grid *, struct area, int row);

/* Draws the rows in view, as many as the area has. */
void window_draw(const struct window *, struct grid *, const struct text_form *, struct area);

#endif
