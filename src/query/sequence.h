/* What a result holds as one list, for whatever has an item after the other: in the order of the view
 * that was asked for, else in that of the timeline. */
#ifndef TRUCE_QUERY_SEQUENCE_H
#define TRUCE_QUERY_SEQUENCE_H

#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

struct sequence {
	const struct result *result;
	struct ref *refs; /* of a view; NULL: by row and number in it */
	uint32_t count, at, row, next;
};

/* Borrows the result. */
void sequence_begin(struct sequence *, const struct result *);

/* The next of its events and quotations: each comes once, an event before its quotations. False, with *ref
 * unchanged, when there is none. */
bool sequence_next(struct sequence *, struct ref *);

void sequence_end(struct sequence *);

#endif
