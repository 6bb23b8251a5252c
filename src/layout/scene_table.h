/* Tables as scenes: the positions, and a comparison, on pages that a class can read.
 *
 * The head of a table stands on each page, and at its foot what the signs mean, as long as the stage has
 * room for more; what is asked on the first, and on the last where there is room. A table that is higher
 * or wider than the stage goes on on the next page, between two issues where that wastes little, else
 * the issue is named there again; a line is parted only where it is higher than a page. */
#ifndef TRUCE_LAYOUT_SCENE_TABLE_H
#define TRUCE_LAYOUT_SCENE_TABLE_H

#include "layout/stage.h"
#include "query/positions.h"
#include "query/scenes.h"

/* Adds the pages of the positions, meetings by meetings; `ask` may be NULL. */
void scene_table_lay(
	struct stage *, const struct result *, const struct position_table *, const char *ask);
/* Adds the pages of what lies side by side in a scene. */
void scene_beside_lay(struct stage *, const struct result *, const struct scene *);

#endif
