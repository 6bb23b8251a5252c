/* A picture of a screen, before any terminal: cells of text in styles.
 *
 * Panes draw into it, the terminal shows it, tests and `truce snapshot` print it. A cell holds one
 * base with its marks, as shown (text_cell), so nothing harmful is ever in a grid; a wide cell is
 * followed by one of width 0. Text stands in it as it is read, and so all columns are counted,
 * until the picture is done and grid_order turns round what runs from right to left. Caller owns
 * the grid: grid_free. */
#ifndef TRUCE_UI_CORE_GRID_H
#define TRUCE_UI_CORE_GRID_H

#include "base/buf.h"
#include "base/text.h"
#include "layout/style.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cell {
	char text[TEXT_CELL_MOST]; /* not NUL-terminated */
	uint8_t len;               /* 0: a space, or the second half of a wide cell */
	uint8_t width;             /* 1 or 2; 0 for the second half */
	struct style style;
	uint8_t line; /* for grid_order */
};

struct grid {
	int rows, cols;
	struct cell *cells;         /* row by row */
	int cursor_row, cursor_col; /* where the terminal's cursor stands: the selected row */
	bool cursor_seen;           /* something is typed there; else it is hidden */
	bool runs_left;             /* something runs from right to left, and grid_order turns it */
};

/* Gives the grid this size (1 or more each way) and clears it. A zeroed struct grid has none. */
void grid_resize(struct grid *, int rows, int cols);
void grid_free(struct grid *);

/* Blanks all, in ROLE_TEXT, the cursor at the top left. */
void grid_clear(struct grid *);

struct cell *grid_at(const struct grid *, int row, int col);

/* Puts text from a column on, in at most `most` columns and never beyond the edge; a
 * wide cell that does not fit whole is left out. Returns the columns used. Rows and
 * columns outside are ignored. */
int grid_put(struct grid *, const struct text_form *, int row, int col, int most, struct style,
	const char *text, size_t len);

/* Fills a stretch of a row with one sign of width 1. */
void grid_fill(struct grid *, int row, int col, int count, struct style, const char *sign);
/* Lays flags (STYLE_*) over a stretch of a row. */
void grid_mark(struct grid *, int row, int col, int count, uint8_t flags);
/* What stands in one role on a stretch of a row is drawn in another. */
void grid_role(struct grid *, int row, int col, int count, enum role from, enum role to);

/* The words on a stretch of a row are in a language (style.h). */
void grid_language(struct grid *, int row, int col, int count, uint8_t language);

/* These cells are one line, of a paragraph that begins at the left or at the right. A text in which
 * something is written from right to left is one by itself. */
void grid_line(struct grid *, int row, int col, int cols, bool right);
/* How many columns the line has that begins in a column, and whether it begins at the right; 0 where
 * none begins, and where it is no more one line since something was drawn over it. */
int grid_line_at(const struct grid *, int row, int col, bool *right);
/* The column, in the order in which it is read, of what will be seen in a column. To be asked before
 * grid_order. */
int grid_column_read(const struct grid *, int row, int col);
/* Puts the cells of each such line in the order in which they are seen (grid_order.c). To be called
 * once, when all is drawn. */
void grid_order(struct grid *);

/* Appends the text of a row, without the spaces at its end unless `full`; with a theme in colours
 * (`colors` as in look_sgr), else plain. */
void grid_row_text(const struct grid *, int row, bool full, const struct theme_look *, int colors,
	struct buf *);

#endif
