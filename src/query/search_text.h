/* The folded text of a record, unit by unit. Private to query/search*.c.
 *
 * The text of unit U are the bytes from starts[U] to starts[U + 1]; its pieces end with a line feed, which
 * no folded text and no needle holds, so that nothing is found across two pieces. */
#ifndef TRUCE_QUERY_SEARCH_TEXT_H
#define TRUCE_QUERY_SEARCH_TEXT_H

#include "base/buf.h"
#include "model/record.h"

#include <stddef.h>
#include <stdint.h>

struct search {
	const struct record *record;
	struct buf text;
	size_t *starts;        /* of units, one more than there are; known to `ready` */
	uint32_t count, ready; /* units in all, units folded */
	uint32_t event;        /* the event that the next one is, or belongs to */
	struct buf names;      /* of all people, folded, a line for each name */
	size_t *people; /* where each one's names begin, one more than there are; NULL before they are folded */
};

/* Folds the names of the people, once. */
void search_text_names(struct search *);

/* Folds units until `unit` is folded, and the whole event that it belongs to. */
void search_text_ready(struct search *, uint32_t unit);

#endif
