/* The last row of the screen: what one can do here, as much as fits, or what there is to say. */
#ifndef TRUCE_UI_CORE_KEYBAR_H
#define TRUCE_UI_CORE_KEYBAR_H

#include "ui/core/area.h"
#include "ui/core/view.h"

/* One hint: up to two actions whose first keys are shown (of ACTION_INTO alone, Enter), and what
 * they do in a word or two. Where a view has a key of its own there is no action, and the label
 * begins with the name of the key. */
struct hint {
	enum action actions[2];
	const char *label; /* NULL closes a list */
	/* Over a scene, from which nothing leads away: what the key does there; "" where it does
	 * nothing; NULL where it does the same. */
	const char *over;
	/* Where there is not room for all: those of rank 0 come first, those of HINT_RANK_LAST last. */
	int rank;
	bool clicked; /* a click does it, too: what was clicked just now is selected */
};

enum { HINTS_MOST = 20, HINT_RANK_LAST = 2 };

/* The hints of a view that has nothing to show. */
extern const struct hint keybar_none[];

/* The hints of a list, which may be NULL, that hold where one is, with what they say there; how many.
 * A row that closes the list stands behind them. */
int keybar_holds(const struct app *, const struct hint *, struct hint out[HINTS_MOST]);

/* Draws the digits at hand, else what is said, else the hints, in their order. Those that do not fit
 * whole are left out, by their rank and from the end but for the last two (help and quit), which
 * are always the last to go. A click on a hint does its key. */
void keybar_draw(struct app *, struct grid *, const struct hint *);

/* The frame of a view, with its key bar; returns the body (frame_body). `more` stands on the right
 * of the title, "" for nothing. */
struct area keybar_frame(
	struct app *, struct grid *, const char *title, const char *more, const struct hint *);

/* "Space next   ? keys": what stands in a row from `col` on is clicked for the key that each part
 * begins with; what begins with none, or stands alone, for nothing. */
void keybar_words(struct app *, struct area, int col, const char *words);

/* The keys of a hint, and its label without the name of a key that it may begin with. */
const char *keybar_hint(const struct hint *, char keys[36]);

#endif
