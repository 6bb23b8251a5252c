/* Lines of sections that are lost or typed twice: told of once. Private to load/. */
#ifndef TRUCE_LOAD_SECTION_H
#define TRUCE_LOAD_SECTION_H

#include "base/node.h"
#include "load/loader.h"

#include <stdbool.h>

/* The section, other than that of `form`, that has things with the fields of an item by its id and is the
 * only one; reports that its line is missing above the item. NULL, with nothing said, where there is none. */
const struct form_field *section_missing(
	struct loader *, const struct form *, const struct node_item *);

/* Reports an item of an id with fields below that, where the id is one of the fields; or false. */
bool section_wrapped(struct loader *, const struct form *, const struct node *item);

/* Reports a section's name, with nothing behind it, among the fields of a thing; or false. */
bool section_indented(struct loader *, const struct form *, const struct node *child);

/* Reports an item of nothing but an id whose line comes again below it; or false. */
bool section_doubled(struct loader *, const struct node *item);

#endif
