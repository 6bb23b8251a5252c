/* Language tags (BCP 47, RFC 5646): whether one is well-formed. Private to load/. */
#ifndef TRUCE_LOAD_LANGUAGE_H
#define TRUCE_LOAD_LANGUAGE_H

#include <stdbool.h>

/* A tag whose language has two or three letters, as all registered ones have: so "english" is none. Also
 * "x-..." and the registered oddities of old ("i-klingon"). Case does not matter. */
bool language_valid(const char *tag);

#endif
