/* The ids of all things, and what they are called by: which thing a word leads to, or was meant to lead
 * to. Made when it is first asked for, from the record as it is then, so that nothing may be added or
 * moved behind that. Private to load/.
 *
 * Things are found of some kinds (bits of enum thing), and only those that have an id. The first of them
 * is the first by its kind, and in the files. */
#ifndef TRUCE_LOAD_LOOKUP_H
#define TRUCE_LOAD_LOOKUP_H

#include "load/loader.h"

/* The first thing that has the name, the alias or the short name, or whose words it is; or none. */
struct ref lookup_called(struct loader *, unsigned things, const char *word);

/* The thing whose id was most likely meant, as suggest.h has it: of those that are as near the first to
 * which nothing refers, else the first; or none. */
struct ref lookup_near_id(struct loader *, unsigned things, const char *word);

/* The first thing of those whose name or alias, or short name, was most likely meant; or none. */
struct ref lookup_near(struct loader *, unsigned things, const char *word);

void lookup_free(struct lookup *);

#endif
