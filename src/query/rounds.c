/* Rounds are found by walking back through what is selected; which are likened, by gathering the pairs of
 * all parallels and counting. */
#include "query/rounds.h"

#include "base/memory.h"
#include "query/positions.h"

#include <stdlib.h>

/* Whether an event belongs to the round that ends with a later one. */
static bool is_of_round(const struct event *event, const struct event *end)
{
	return ref_same(event->era, end->era) &&
		event->date->sort >= end->date->sort - MEETING_DAYS;
}

/* The round that ends at a row or before it; *row is the one before it then. NULL where there is
 * none. */
static const struct event *round_before(const struct result *result, uint32_t *row)
{
	const struct event *end = NULL, *best = NULL;
	for (; *row; --*row) {
		const struct event *event = result_event(result, *row - 1);
		if (!positions_taken(event))
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
		if (positions_of_several(event))
			return event;
	}
	return NULL;
}

static bool find_last(const struct result *result, const struct event *rounds[2])
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

/* ---- rounds that are likened ---- */

enum { BETWEEN_MOST = 16 }; /* events in a parallel; one of more likens no two in particular */

/* Pairs of rounds, one for each parallel that likens them: the later in the high bits. */
struct pairs {
	uint64_t *at;
	size_t count, capacity;
};

static void pair_add(struct pairs *pairs, const struct result *result, struct ref a, struct ref b)
{
	if (a.thing != THING_EVENT || b.thing != THING_EVENT || a.index == b.index)
		return;
	uint32_t early = a.index < b.index ? a.index : b.index;
	uint32_t late = a.index < b.index ? b.index : a.index;
	const struct event *events = result->record->events;
	if (!positions_taken(&events[early]) || !positions_taken(&events[late]) ||
		!positions_of_several(&events[early]) || !positions_of_several(&events[late]) ||
		is_of_round(&events[early], &events[late]) || result_row(result, early) < 0 ||
		result_row(result, late) < 0)
		return;
	pairs->at = mem_grow(pairs->at, &pairs->capacity, pairs->count + 1, sizeof *pairs->at);
	pairs->at[pairs->count++] = (uint64_t)late << 32 | early;
}

static int by_number(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
	return (a > b) - (a < b);
}

/* Two that meetings were held at and stands taken, which are likened to each other. */
static bool find_likened(const struct result *result, const struct event *rounds[2])
{
	const struct record *record = result->record;
	struct pairs pairs = {NULL, 0, 0};
	size_t most = 0;
	for (uint32_t i = 0; i < record->counts[THING_PARALLEL]; i++) {
		const struct refs *between = record->parallels[i].between;
		for (uint32_t k = 1; between->count <= BETWEEN_MOST && k < between->count; k++)
			for (uint32_t n = 0; n < k; n++)
				pair_add(&pairs, result, between->at[n], between->at[k]);
	}
	if (pairs.count)
		qsort(pairs.at, pairs.count, sizeof *pairs.at, by_number);
	for (size_t from = 0, to; from < pairs.count; from = to) {
		for (to = from; to < pairs.count && pairs.at[to] == pairs.at[from]; to++)
			;
		if (to - from < most)
			continue;
		most = to - from;
		rounds[0] = &record->events[(uint32_t)pairs.at[from]];
		rounds[1] = &record->events[pairs.at[from] >> 32];
	}
	free(pairs.at);
	return most > 0;
}

bool rounds_find(const struct result *result, const struct event *rounds[2])
{
	return find_likened(result, rounds) || find_last(result, rounds);
}
