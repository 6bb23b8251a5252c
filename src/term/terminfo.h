/* The keys of the terminal's description. No curses in here. */
#ifndef TRUCE_TERM_TERMINFO_H
#define TRUCE_TERM_TERMINFO_H

#include "term/keys.h"

/* Adds what the description says of keys and the grammar does not. `capability` gives the string of
 * a name of terminfo, NULL where the terminal has none. */
void terminfo_keys(struct term_own *, const char *(*capability)(const char *name));

#endif
