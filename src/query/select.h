/* From what was asked for to a result: a day, a view, a query, each of what the one before it
 * leaves.
 *
 * A query selects an event when the event or one of its quotations satisfies all of its terms. A
 * quotation is taken with its event: where the event itself satisfies a term, its quotations need
 * not. Of an event's quotations those remain that satisfy all terms about quotations by
 * themselves; where none does, those that do so with their event's help; and all of them where the
 * event needs none. A term with a minus is satisfied by an event of which neither it nor any
 * quotation satisfies the term; and by a quotation when neither it nor its event does. Terms about
 * dates, people, places, eras, and has: (but for variants and replies) are asked of the event as a
 * whole.
 *
 * As of a day the result is one of the record as of that day (query/past.h), which is made in its
 * arena where the record given is not that one already. */
#ifndef TRUCE_QUERY_SELECT_H
#define TRUCE_QUERY_SELECT_H

#include "base/arena.h"
#include "model/query.h"
#include "model/record.h"
#include "query/result.h"
#include "query/search.h"

#include <stdbool.h>

/* Each may be NULL. */
struct select_options {
	const char *query;
	const char *picked; /* a query too, of what that leaves by itself */
	const struct date *as_of;
	const struct view *view; /* of the same record, or of the whole of it */
	struct search *search;   /* used where it is of the result's record, lest that be folded
				  * again */
};

/* The day to stop at, the first of those that are asked for; DATE_OPEN_END where none is. False, and
 * the problem filled, where one of them is no day. */
bool select_day(const struct select_options *, int64_t *day, struct query_problem *);

/* On failure, where a query is malformed or a day is none to stop at, *out is untouched and the
 * problem filled; its origin says whose it is. Else the problem's reason is "", or says of the last
 * query which of its values names nothing in the record: a remark worth showing, most of all where
 * nothing is selected; one whose origin is the view is on what nobody asked for. What the result
 * holds is in the arena, and lasts as long; a result that is everything holds no lists. With a view
 * it has an order. */
bool select_run(const struct record *, const struct select_options *, struct arena *,
	struct result *out, struct query_problem *);

#endif
