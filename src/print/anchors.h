/* A set of eras, events and quotations of a record: those that a link leads to, or that have their id on the
 * page. */
#ifndef TRUCE_PRINT_ANCHORS_H
#define TRUCE_PRINT_ANCHORS_H

#include "model/record.h"

struct anchors {
	uint8_t *bits[THING_QUOTE + 1]; /* by kind of thing; NULL for one that has no anchor */
};

/* An empty set, the caller's to free. */
void anchors_open(struct anchors *, const struct record *);
void anchors_free(struct anchors *);

/* Puts a thing in. Returns false where it was there already, or is none that has an anchor. */
bool anchors_add(struct anchors *, struct ref);
/* Takes it out. Returns false where it was not there. */
bool anchors_take(struct anchors *, struct ref);

#endif
