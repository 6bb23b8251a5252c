/* The order of the timeline. Private to load/. */
#ifndef TRUCE_LOAD_ORDER_H
#define TRUCE_LOAD_ORDER_H

#include "load/loader.h"

/* Puts the events into the order of the timeline, and the quotations into that of their events;
 * references follow. An `after` that the dates forbid, or that leads back to itself, is reported. */
void order_events(struct loader *);

#endif
