/* A source as CSL has it (the Citation Style Language), for formats that keep a structure. */
#ifndef TRUCE_PRINT_CSL_H
#define TRUCE_PRINT_CSL_H

#include "print/sink.h"

/* Writes the source as an item of a list. Of one that is not whole only what a citation of it says
 * is there: no remark on it, and nothing that is truce's own. */
void csl_source(struct sink *, const struct source *, bool whole);

#endif
