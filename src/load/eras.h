/* Which era each event belongs to. Private to load/. */
#ifndef TRUCE_LOAD_ERAS_H
#define TRUCE_LOAD_ERAS_H

#include "load/loader.h"

/* The era that an event names stays, with a warning where the event has no day in it; any other gets
 * the narrowest era that holds its date, or none. */
void eras_assign(struct loader *);

#endif
