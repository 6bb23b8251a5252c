/* What a query selects: which events and which of their quotations, in the order of the timeline.
 *
 * A result that selects everything holds no lists, so that making one costs nothing. A result
 * borrows the record; what it allocates is in the arena given and goes with it. */
#ifndef TRUCE_QUERY_RESULT_H
#define TRUCE_QUERY_RESULT_H

#include "model/date.h"
#include "model/record.h"

#include <stdbool.h>
#include <stdint.h>

struct telling; /* telling.h */

struct result {
	const struct record *record;
	const uint32_t *events; /* indices of events, rising; NULL is all */
	uint32_t event_count;
	const uint32_t *quotes; /* indices of quotations of these events, rising; NULL is all */
	uint32_t quote_count;
	struct quote_counts quote_kinds; /* of those selected */
	/* Of a view: its events and quotations in the order in which it shows them, then what else
	 * its query selects; words that are selected only since their events are compared have no
	 * place. An event stands for those of its quotations that are not listed themselves.
	 * Comparisons and scenes stand among them, as no thing. NULL, and 0, without a view. */
	const struct ref *order;
	const struct step *const *order_steps; /* of each, NULL of what the query adds */
	uint32_t order_count;
	bool narrowed;              /* by a query, whatever the view and its own query leave */
	int64_t day;                /* as of which it was made; DATE_OPEN_END: none */
	const struct result *known; /* what was known that day; NULL: this is it */
	/* Of what lies over a scene of a lesson: what waits there, and how far the lesson has come. NULL,
	 * and 0, of any other. */
	const struct telling *telling;
	uint32_t reached;
	bool ahead; /* what is later than all that it has shown is asked for none the less */
};

/* Everything that the record holds. */
struct result result_all(const struct record *);

/* All that was known by the result's day, whatever else it was asked for: what tables and likenesses
 * are made from, so that they say nothing of what was merely not asked for. */
static inline const struct result *result_known(const struct result *result)
{
	return result->known ? result->known : result;
}

/* The event at a row of the result, 0 to event_count - 1. */
const struct event *result_event(const struct result *, uint32_t row);
/* The first row whose event is not before that one of the record; event_count where there is
 * none. */
uint32_t result_row_from(const struct result *, uint32_t event);
/* The row of an event of the record, or -1 where it is not selected. */
int64_t result_row(const struct result *, uint32_t event);

/* Whether a quotation, or an event by its title, would tell whose words are that a lesson still asks
 * about. */
bool result_waits(const struct result *, struct ref);
/* Whether who was at an event would tell it. */
bool result_people_wait(const struct result *, const struct event *);

/* Whether an event is later than all that the scenes of a lesson have shown so far, and not asked for. */
bool result_is_to_come(const struct result *, const struct event *);

/* Whether a quotation of the record is selected, and its event with it; one that waits is not. */
bool result_has_quote(const struct result *, uint32_t quote);

/* Sets the bit of each era that a selected event stands in; others are left. */
void result_eras(const struct result *, uint8_t *eras);
/* Whether all that a parallel likens is selected, of an era at least one event: it is shown then.
 * `eras` is of result_eras. */
bool result_likens(const struct result *, const uint8_t *eras, const struct parallel *);

/* The next quotation of the same utterance that is selected, behind the last the first; the same one
 * where there is no other. Of very many it looks at the nearest. */
uint32_t result_rendering(const struct result *, uint32_t quote);

/* How many quotations of the event are selected, and the nth of them (NULL beyond the last). */
uint32_t result_quote_count(const struct result *, const struct event *);
const struct quote *result_quote(const struct result *, const struct event *, uint32_t n);

#endif
