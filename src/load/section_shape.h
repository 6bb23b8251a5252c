/* How a section is written: what is said of one that holds another thing than items of its kind, and an example of
 * an item. */
#ifndef TRUCE_LOAD_SECTION_SHAPE_H
#define TRUCE_LOAD_SECTION_SHAPE_H

#include "load/fields.h"

/* Of the first item that is none; of those behind it nothing more. */
void section_shape_report(struct loader *, const struct node_item *, const struct form *);

/* The first line of what a section of that name may hold, indented; NULL for what is no section. */
const char *section_example(const char *name);

#endif
