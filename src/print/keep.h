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
	/* By utterance: the first quotation that is kept of one whose quotations are not all kept,
	 * else UINT32_MAX. NULL where all are. */
	uint32_t *renderings;
};

/* Borrows the result; keep_free gives back what it allocates. */
void keep_begin(struct keep *, const struct result *);
void keep_free(struct keep *);

/* Whether a thing is kept. The editor always is; none never is. */
bool keep_has(const struct keep *, struct ref);
/* How many of the refs are kept. Takes NULL. */
uint32_t keep_count(const struct keep *, const struct refs *);

/* What a quotation is the same as: what it says, or where the selection leaves out another of its
 * utterance, the first that it keeps, lest those that stay come apart. */
struct ref keep_same_as(const struct keep *, uint32_t quote);

/* Whether a thing, or what is nested in one, still says something with what is left: of
 * FIELD_EITHER and FIELD_OR one that the selection leaves, of FIELD_TWO two things. */
bool keep_says(const struct keep *, const struct form *, const void *thing);

#endif
