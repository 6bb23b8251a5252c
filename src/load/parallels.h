/* From an event or era to the parallels that name it. Private to load/. */
#ifndef TRUCE_LOAD_PARALLELS_H
#define TRUCE_LOAD_PARALLELS_H

#include "model/record.h"

/* Fills the field `parallels` of events and eras, once they stand in their order. */
void parallels_spread(struct record *);

#endif
