/* What a query selects: which events and which of their quotations, in the order of the timeline.
 *
 * A result that selects everything holds no lists, so that making one costs nothing. A result
 * borrows the record; what it allocates is in the arena given and goes with it. */
#ifndef TRUCE_QUERY_RESULT_H
#define TRUCE_QUERY_RESULT_H

#include "model/record.h"

#include <stdbool.h>
#include <stdint.h>

struct result {
	const struct record *record;
	const uint32_t *events; /* indices of events, rising; NULL is all */
	uint32_t event_count;
	const uint8_t *quotes;  /* a bit for each quotation of the record; NULL is all */
	struct quote_counts quote_kinds; /* of those selected */
};

/* Everything that the record holds. */
struct result result_all(const struct record *);

/* The event at a row of the result, 0 to event_count - 1. */
const struct event *result_event(const struct result *, uint32_t row);
/* The row of an event of the record, or -1 where it is not selected. */
int64_t result_row(const struct result *, uint32_t event);

/* How many quotations of the event are selected, and the nth of them (NULL beyond the last). */
uint32_t result_quote_count(const struct result *, const struct event *);
const struct quote *result_quote(const struct result *, const struct event *, uint32_t n);

#endif
