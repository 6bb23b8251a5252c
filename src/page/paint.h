/* A grid as a browser is told of it: page.h has the form. What was told of each row is kept, so that only
 * what has changed is told again. Caller owns it: paint_free. */
#ifndef TRUCE_PAGE_PAINT_H
#define TRUCE_PAGE_PAINT_H

#include "base/buf.h"
#include "ui/core/grid.h"

struct paint {
	struct buf *rows; /* what was told of each */
	int count;
	struct buf row, told; /* at hand */
};

void paint_free(struct paint *);

/* Nothing that was told is on the screen any more. */
void paint_forget(struct paint *);

/* What has changed since the last grid; valid until the next. */
const struct buf *paint_grid(struct paint *, const struct grid *, const struct theme_look *);

#endif
