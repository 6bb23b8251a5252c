#include "query/rounds.h"

#include "query/positions.h"

static uint32_t stands_of(const struct event *event)
{
	return event->positions ? event->positions->count : 0;
}

/* Whether an event belongs to the round that ends with a later one. */
static bool is_of_round(const struct event *event, const struct event *end)
{
	return ref_same(event->era, end->era) &&
		event->date->sort >= end->date->sort - MEETING_DAYS;
}

static bool is_meeting(const struct event *event)
{
	return event->parties && event->parties->count > 1;
}

/* The round that ends at a row or before it; *row is the one before it then. NULL where there is
 * none. */
static const struct event *round_before(const struct result *result, uint32_t *row)
{
	const struct event *end = NULL, *best = NULL;
	for (; *row; --*row) {
		const struct event *event = result_event(result, *row - 1);
		if (!stands_of(event))
			continue;
		end = end ? end : event;
		if (!is_of_round(event, end))
			break;
		if (!best || positions_is_main(event, best))
			best = event;
	}
	return best;
}

/* The last event of several parties before a row; *row as above. */
static const struct event *meeting_before(const struct result *result, uint32_t *row)
{
	while (*row) {
		const struct event *event = result_event(result, --*row);
		if (is_meeting(event))
			return event;
	}
	return NULL;
}

bool rounds_last(const struct result *result, const struct event *rounds[2])
{
	static const struct event *(*const finds[])(const struct result *, uint32_t *) = {
		round_before, meeting_before};
	for (int n = 0; n < 2; n++) {
		uint32_t row = result->event_count;
		rounds[1] = finds[n](result, &row);
		rounds[0] = rounds[1] ? finds[n](result, &row) : NULL;
		if (rounds[0])
			return true;
	}
	return false;
}
