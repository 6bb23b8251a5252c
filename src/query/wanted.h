/* The ids that a query wants, of events and quotations, and which of them there are. */
#ifndef TRUCE_QUERY_WANTED_H
#define TRUCE_QUERY_WANTED_H

#include "model/query.h"
#include "model/record.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The values of a term in the order of their texts, and which of them are ids of the record. */
struct wanted {
	const struct query_value **values;
	uint8_t *known;
	size_t count;
	struct buf folded;
};

/* Borrows the values; keeps what it needs in the arena, and gives the rest back with wanted_free. */
void wanted_start(struct wanted *, const struct query_value *values, struct arena *);
void wanted_free(struct wanted *);

/* Whether an id of the record is wanted; its value is known from then on. */
bool wanted_has(struct wanted *, const char *id);

/* The first value, as they were typed, that no id has been; NULL where there is none. */
const struct query_value *wanted_unknown(const struct wanted *);

#endif
