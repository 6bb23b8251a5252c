/* Who is called by the name of a party: "Ukrainians" by "Ukraine". */
#ifndef TRUCE_QUERY_PEOPLE_H
#define TRUCE_QUERY_PEOPLE_H

#include <stdbool.h>

/* Whether a word is of those who are called by a name: it begins as the name does, and ends otherwise. A
 * name of several words calls nobody. Both folded by query_fold. */
bool people_of(const char *word, const char *name);

#endif
