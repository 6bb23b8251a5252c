/* The terms of a query, asked of an event or a quotation. Private to query/, but for term_things.
 *
 * term_start finds out once what can be: which things the values of a term name, which units have
 * its words. From then on an answer is a bit or two. A value that names nothing selects nothing, or
 * with a minus everything: that is told in a remark, for it is mostly a slip of the finger. */
#ifndef TRUCE_QUERY_TERMS_H
#define TRUCE_QUERY_TERMS_H

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

/* What the terms of a query are asked of, and with. */
struct terms {
	const struct record *record;
	struct search *search;
	const struct selection *base; /* what there is: all else counts for nothing */
	struct arena *arena;          /* of what is made ready */
	struct arena *scratch;        /* emptied at will */
	struct query_problem
		*remark; /* filled when a value names nothing, but for the first one only */
};

/* One of them, made ready. */
struct term {
	const struct terms *of;
	const struct query_term *form;
	const struct term_field *field; /* how it is asked */
	struct names_set names; /* of fields that name things, and of parallels: THING_EVENT */
	uint8_t *units;         /* of words and ids: the units of search.h that have one */
	uint8_t *quotes;        /* answers: the quotations named; replies: those that have one */
	unsigned choice;        /* bits of enum quote_status or enum quote_kind */
};

/* The kinds of thing that the values of a field (a row of query_field_row) name, closed by
 * THING_NONE. */
const enum thing *term_things(int field);

/* Borrows all it is given. */
void term_start(struct term *, const struct terms *, const struct query_term *);

/* True of a term that is about quotations too, and narrows them. */
bool term_narrows(const struct query_term *);

/* Both leave the sign of the term out of account. The event itself; what quotations say of it
 * counts only where the term does not narrow them. */
bool term_has_event(const struct term *, uint32_t event);
/* The quotation itself, of a term that narrows. */
bool term_has_quote(const struct term *, uint32_t quote);

#endif
