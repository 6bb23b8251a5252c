/* Every reference of a record, one after the other, to be changed in place. Private to load/. */
#ifndef TRUCE_LOAD_REFS_H
#define TRUCE_LOAD_REFS_H

#include "model/record.h"

void refs_each(struct record *, void (*visit)(void *context, struct ref *), void *context);

#endif
