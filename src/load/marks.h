/* Quotation marks that a quotation brings along. Private to load/. */
#ifndef TRUCE_LOAD_MARKS_H
#define TRUCE_LOAD_MARKS_H

#include <stdbool.h>

/* True when one matching pair of quotation marks, of any script, opens and closes the whole text. */
bool marks_wrap(const char *text);

#endif
