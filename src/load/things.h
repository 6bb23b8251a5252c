/* One thing of a record, read from one item of a file. Private to load/. */
#ifndef TRUCE_LOAD_THINGS_H
#define TRUCE_LOAD_THINGS_H

#include "load/loader.h"

/* Adds a thing to the record, whatever is wrong with it. `key` is its id where things of the kind
 * are keyed by their ids, else NULL. A quotation belongs to the event that is being read. */
void thing_read(struct loader *, enum thing, const struct node *key, const struct node *value);

#endif
