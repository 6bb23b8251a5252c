/* Where two pictures of a row differ. No curses in here. */
#ifndef TRUCE_TERM_TERM_CHANGES_H
#define TRUCE_TERM_TERM_CHANGES_H

#include "ui/core/grid.h"

/* A stretch of cells from `start` to before `end`. */
struct term_change {
	int start, end;
};

/* The first stretch at or after column `from` in which the cells differ, whole wide cells only; from
 * the edge to the edge where there is none. */
struct term_change term_change(const struct cell *new, const struct cell *old, int cols, int from);

#endif
