/* From the cells of the grid to what ncurses is handed: which have changed, and as what one is
 * shown.
 *
 * ncurses believes the C library about the columns of a character, the grid believes utf8proc.
 * Where they disagree about one, it is not handed over: the picture would shift. No curses in
 * here. */
#ifndef TRUCE_TERM_CELLS_H
#define TRUCE_TERM_CELLS_H

#include "ui/core/grid.h"

#include <wchar.h>

/* A stretch of cells of a row, from `start` to before `end`. */
struct term_change {
	int start, end;
};

/* The first stretch at or after column `from` in which the cells differ, whole wide cells only;
 * from the edge to the edge where there is none. */
struct term_change term_change(const struct cell *new, const struct cell *old, int cols, int from);

enum { TERM_GLYPH_MOST = 5 }; /* a base and four marks: as many as ncurses keeps */

struct term_glyph {
	wchar_t text[TERM_GLYPH_MOST + 1]; /* closed by 0 */
	int blanks; /* columns left blank after it: the cell's less its own */
};

/* The glyph of a cell of width 1 or 2, in the characters of the locale: a base whose columns are
 * not the cell's is U+FFFD, what the locale cannot encode is '?', marks that are not of width 0 are
 * left out. */
struct term_glyph term_glyph(const struct cell *);

#endif
