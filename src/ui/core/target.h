/* What of the picture can be clicked. Views note it while they draw, so that a click does what the
 * words under it say, wherever they stand; what is noted last lies on top. It is gone with the
 * picture. */
#ifndef TRUCE_UI_CORE_TARGET_H
#define TRUCE_UI_CORE_TARGET_H

#include "ui/core/area.h"

struct app;
struct view_ops;
struct window;

struct target {
	enum target_kind {
		TARGET_NONE,
		TARGET_ITEM,   /* the view selects `item`; where it is selected already, Enter */
		TARGET_PLACE,  /* the view goes there, and there is nothing to enter */
		TARGET_KEY,    /* the place does `key` */
		TARGET_BUTTON, /* the name of a key does it, as often as it is clicked */
	} kind;
	int32_t key;
	int part; /* of the view: a pane, a side, what the view will */
	int64_t item;
	const struct view_ops *view; /* that was on top */
	int row, col;                /* that was clicked, of the area noted */
};

/* Some lines of an area show an item. What lies outside of the area is none of it. */
void target_item(struct app *, struct area, int line, int lines, int part, int64_t item);
void target_place(struct app *, struct area, int line, int lines, int part, int64_t item);
/* The lines in view of each stop of a window are the item of its number. */
void target_stops(struct app *, const struct window *, struct area, int part);
/* The whole area does a key. */
void target_key(struct app *, struct area, int32_t key);
/* Columns of a line of an area show a key; and one by its name, "Tab": nothing where it is none. */
void target_button(struct app *, struct area, int line, int col, int cols, int32_t key);
void target_named(
	struct app *, struct area, int line, int col, int cols, const char *name, size_t len);

/* Nothing that was noted so far can be clicked: something lies over it. */
void target_cover(struct app *);

/* What stands at a cell of the screen; TARGET_NONE where nothing does. The picture is drawn for it
 * where there is none of what is now. */
struct target target_at(struct app *, int row, int col);

#endif
