/* Links to the proved words of quotations: see load/fragment.h. */
#ifndef TRUCE_CLI_FRAGMENTS_H
#define TRUCE_CLI_FRAGMENTS_H

#include "model/record.h"

/* For each quotation of the record what opens its source at its words, where the source has an address
 * and its text in the folder has these words once; else NULL. It is in the arena. A text that
 * cannot be read is told of, and NULL is returned. */
const char *const *fragments_find(struct arena *, const struct record *, const char *folder);

#endif
