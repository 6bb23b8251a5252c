/* Whether an event or a quotation satisfies a term of a query. Private to query/. */
#ifndef TRUCE_QUERY_MATCH_H
#define TRUCE_QUERY_MATCH_H

#include "base/bits.h"
#include "model/query.h"
#include "model/record.h"
#include "query/names.h"
#include "query/search.h"

#include <stdbool.h>
#include <stdint.h>

/* Some of the events and some of the quotations of a record: a bit for each. */
struct selection {
	uint8_t *events, *quotes;
};

/* Of nothing yet; in the arena. */
struct selection selection_create(const struct record *, struct arena *);

/* What a query is asked of, and with. */
struct matching {
	const struct record *record;
	struct search *search;
	const struct selection *base; /* what there is: all else counts for nothing */
	struct arena *arena;          /* of what is made ready */
	struct arena *scratch;        /* emptied at will */
	struct query_problem
		*remark; /* filled when a value names nothing, but for the first one only */
};

/* A term made ready: names are things, words are hits. */
struct match {
	const struct matching *matching;
	const struct query_term *term;
	struct names_set names; /* of fields that name things, and of parallels: THING_EVENT */
	uint8_t *units;         /* of words and ids: the units of search.h that have one */
	uint8_t *quotes;        /* answers: the quotations named; replies: those that have one */
	unsigned words;         /* bits of enum quote_status or enum quote_kind */
};

/* Borrows all it is given. */
void match_start(struct match *, const struct matching *, const struct query_term *);

/* True of a term that is about quotations too, and narrows them. */
bool match_narrows(const struct query_term *);

/* Both leave the sign of the term out of account. The event itself; what quotations say of it
 * counts only where the term does not narrow them. */
bool match_event(const struct match *, uint32_t event);
/* The quotation itself, of a term that narrows. */
bool match_quote(const struct match *, uint32_t quote);

#endif
