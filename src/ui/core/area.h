/* A rectangle of the grid, and drawing rows of styled text into it. */
#ifndef TRUCE_UI_CORE_AREA_H
#define TRUCE_UI_CORE_AREA_H

#include "layout/rows.h"
#include "ui/core/grid.h"

struct area {
	int row, col, rows, cols;
};

/* Draws a row at `line` (from 0) of the area, cut at its edge; flags
 * (STYLE_*) lie over every span. */
void area_row(struct grid *, const struct text_form *, struct area, int line, const struct row *,
	uint8_t flags);

/* Draws all rows, from `line` on. */
void area_rows(struct grid *, const struct text_form *, struct area, int line, const struct rows *);

/* Puts text at a column of the area, cut at its edge. Returns the columns used. */
int area_text(struct grid *, const struct text_form *, struct area, int line, int col, struct style,
	const char *text);

/* Puts text so that it ends at the area's right edge, less `margin`. Returns the column where it
 * begins, or the area's width where it does not fit. */
int area_right(struct grid *, const struct text_form *, struct area, int line, int margin,
	struct style, const char *text);

/* Puts the sign of what is selected at a column of a line, and the cursor on the text behind it;
 * `cols` columns from there on look selected. */
void area_select(struct grid *, struct area, int line, int col, int cols, const char *sign);
/* So many lines below go on with it, and have the bar at a column. */
void area_select_on(struct grid *, struct area, int line, int count, int col, const char *bar);

/* Puts the cursor on the first character of a line that is drawn, from a column on; on that column
 * where nothing stands. */
void area_cursor(struct grid *, struct area, int line, int col);

#endif
