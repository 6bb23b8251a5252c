/* What is looked for in the folded text of a record, and where it stands in a text as it is
 * shown. */
#ifndef TRUCE_QUERY_PATTERN_H
#define TRUCE_QUERY_PATTERN_H

#include "base/arena.h"
#include "query/needle.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct query_span;
struct search;

struct pattern {
	const struct needle *needles; /* the first one is what was typed */
	uint32_t count;
	/* Of a date: the days whose events are hits besides; NULL for none. */
	const struct query_span *days;
	/* Who has what was typed for a whole name, alias or family name: few, or none. */
	const uint32_t *people;
	uint32_t people_count;
};

/* The pattern of what was typed; all of it lies in the arena. False, *out untouched, where nothing
 * is left to look for: "", spaces, or what folding takes away. The first call for a search folds
 * the names of the record's people. */
bool pattern_read(
	struct search *, struct arena *, const char *text, size_t len, struct pattern *out);

/* A stretch of a text, from byte to byte. */
struct highlight {
	size_t from, to;
};

/* Where the pattern stands in a text: whole clusters, rising, not touching each other. Returns how
 * many; *out lies in the arena. */
size_t highlights_find(const struct pattern *, struct arena *, const char *text, size_t len,
	const struct highlight **out);

#endif
