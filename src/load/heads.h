/* What stands alone in the first line of a text, where the sign of a block text was meant. Private
 * to load/. */
#ifndef TRUCE_LOAD_HEADS_H
#define TRUCE_LOAD_HEADS_H

#include "load/loader.h"

/* Reports signs without a word, or "I", "l" or "1" for "|", alone above the other lines of a plain text;
 * false, with nothing said, where there is none. Takes time only of a text that begins so. */
bool heads_report(struct loader *, const struct form_field *, const struct node *);

#endif
