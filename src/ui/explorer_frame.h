/* How the explorer shares the screen: which panes are there, where, and the lines between them. */
#ifndef TRUCE_UI_EXPLORER_FRAME_H
#define TRUCE_UI_EXPLORER_FRAME_H

#include "ui/view.h"

enum {
	FRAME_WIDE = 100,     /* from this many columns the panes stand side by side */
	FRAME_TINY_COLS = 40, /* below these the focused pane stands alone, without lines */
	FRAME_TINY_ROWS = 10,
	FRAME_AXIS_ROWS = 16, /* below so many rows there is no axis */
};

struct frame {
	struct area timeline, quotes; /* rows is 0 where a pane is not shown */
	int title_row;                /* -1 where there is none, as the others */
	int axis_row, axis_lines;
	int top_rule, middle_rule, bottom_rule;
	int divide; /* column of the line between panes, -1 for none */
	bool key_bar;
};

struct frame frame_of(const struct app *);

/* True where only one pane is shown, whatever the reason. */
bool frame_is_single(const struct app *);

/* Draws the title, the rules with what they say, and the line between the panes. */
void frame_draw(struct app *, struct grid *, const struct frame *);

/* Draws the key bar: what is wanted most where the explorer stands. */
void explorer_hints_draw(struct app *, struct grid *);

#endif
