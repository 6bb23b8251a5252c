/* What a selection keeps of a record: the selected events and quotations, and of everything else
 * what these still name. A whole record keeps everything and costs nothing. */
#ifndef TRUCE_PRINT_KEEP_H
#define TRUCE_PRINT_KEEP_H

#include "model/form.h"
#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

struct keep {
	const struct result *result;
	uint8_t *bits[THING_COUNT]; /* NULL is all; of events and quotations the result knows */
};

/* Borrows the result; keep_free gives back what it allocates. */
void keep_begin(struct keep *, const struct result *);
void keep_free(struct keep *);

/* Whether a thing is kept. The editor always is; none never is. */
bool keep_has(const struct keep *, struct ref);
/* How many of the refs are kept. Takes NULL. */
uint32_t keep_count(const struct keep *, const struct refs *);

/* Whether a thing, or what is nested in one, still says something with what is left: of
 * FIELD_EITHER and FIELD_OR one that the selection leaves, of FIELD_TWO two things. */
bool keep_says(const struct keep *, const struct form *, const void *thing);

#endif
