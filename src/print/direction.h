/* Which way a language is written. */
#ifndef TRUCE_PRINT_DIRECTION_H
#define TRUCE_PRINT_DIRECTION_H

#include <stdbool.h>

/* Whether it runs from right to left: by its script where the tag has one, else by where it is
 * written mostly. */
bool language_runs_left(const char *tag);

#endif
