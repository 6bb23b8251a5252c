/* Lines that stand in another section or item than they belong to, as they have too few spaces before
 * them or too many. Private to load/. */
#ifndef TRUCE_LOAD_OUTSIDE_H
#define TRUCE_LOAD_OUTSIDE_H

#include "load/loader.h"

/* Of a line that begins in column 1 and belongs to a section: reports that it, and the lines below that
 * do too, are to be indented. */
void outside_tell(struct loader *, const struct node *key, const struct node *section);

/* Reports a field in column 1 behind one that is indented and known to stand beside it; false where it is
 * none. */
bool beside_tell(struct loader *, const struct node *key);

/* Whether a list that seems empty has its first item below it, whose hyphen is too far left for the fields
 * behind it: the file cannot be read there, and that is told. */
bool outside_items(struct loader *, const struct node *list);

/* Whether a field that seems empty has its plain values below it, their hyphens too far left: reported, if
 * the file can be read there. */
bool outside_values(struct loader *, const struct node *empty);
/* Whether the plain value of an item is one of those. */
bool outside_value(struct loader *, const struct node *value);

/* Reports a key that is no field of its item, but the id of the next one; false where it is none. */
bool among_tell(struct loader *, const struct level *, const struct node *key);

/* Reports fields that stand beside the id of their item, `before`, from the first one on; false where
 * that is but one line, and nothing was said. */
bool strays_tell(
	struct loader *, const struct node *key, const struct form *, const struct node *before);

#endif
