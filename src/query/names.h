/* Which things of a record a value of a query names: "speaker:medinsky". */
#ifndef TRUCE_QUERY_NAMES_H
#define TRUCE_QUERY_NAMES_H

#include "model/query.h"
#include "model/record.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A bit for each thing of each kind; of kinds that were not asked for, NULL. */
struct names_set {
	uint8_t *bits[THING_COUNT];
};

/* Adds the things of these kinds (an array closed by THING_NONE; eras, parties, themes, sources or
 * people) that a value names: those whose id, name, title or alias it is, folded; where it is
 * none's, those that have it among the words of one. The set's arrays are made in the arena at
 * need. False where it names nothing. */
bool names_add(const struct record *, const enum thing *kinds, const struct query_value *,
	struct arena *, struct names_set *);

bool names_have(const struct names_set *, struct ref);
bool names_have_any(const struct names_set *, const struct refs *);

/* Appends "; did you mean "..."?" where an id, name or alias of these kinds is near the value. */
void names_suggest(
	const struct record *, const enum thing *kinds, const struct query_value *, struct buf *);

/* The same of the ids of quotations, and with `events` of events. */
void names_suggest_id(const struct record *, bool events, const char *id, struct buf *);

/* Whether the text, folded, has the value as whole words. */
bool names_words(const char *text, const struct query_value *);

#endif
