/* References that had to wait until everything was read. Private to load/. */
#ifndef TRUCE_LOAD_RESOLVE_H
#define TRUCE_LOAD_RESOLVE_H

#include "load/loader.h"

/* Follows the pending references. One that leads nowhere is reported, unless a file was cut short
 * (`complete` is false): then what it names may stand in the part that is missing. */
void resolve_pending(struct loader *, bool complete);

#endif
