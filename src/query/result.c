/* A result is a rising list of events and one of quotations. Either is absent where it would hold
 * everything; then the record's own arrays answer. The quotations of an event stand side by side in
 * the record, so those that are selected are a stretch of the list, which is found by halving
 * it. */
#include "query/result.h"

#include "base/bits.h"
#include "base/sorted.h"
#include "query/telling.h"

struct result result_all(const struct record *record)
{
	return (struct result){.record = record,
		.event_count = record->counts[THING_EVENT],
		.quote_count = record->counts[THING_QUOTE],
		.quote_kinds = record->quote_kinds,
		.day = DATE_OPEN_END};
}

const struct event *result_event(const struct result *result, uint32_t row)
{
	return &result->record->events[result->events ? result->events[row] : row];
}

/* The place in a rising list of the first number that is not below `from`. */
static uint32_t place_of(const uint32_t *list, uint32_t count, uint32_t from)
{
	return (uint32_t)sorted_find(list, count, sizeof *list, from);
}

uint32_t result_row_from(const struct result *result, uint32_t event)
{
	if (result->events)
		return place_of(result->events, result->event_count, event);
	return event < result->event_count ? event : result->event_count;
}

int64_t result_row(const struct result *result, uint32_t event)
{
	uint32_t row = result_row_from(result, event);
	bool selected = row < result->event_count &&
		(!result->events || result->events[row] == event);
	return selected ? (int64_t)row : -1;
}

bool result_waits(const struct result *result, struct ref ref)
{
	const struct telling *telling = result->telling;
	if (!telling)
		return false;
	return (ref.thing == THING_QUOTE && telling->quotes[ref.index] > result->reached) ||
		(ref.thing == THING_EVENT && telling->events[ref.index] > result->reached);
}

bool result_people_wait(const struct result *result, const struct event *event)
{
	return result->telling &&
		result->telling->people[record_event_index(result->record, event)] >
		result->reached;
}

bool result_is_to_come(const struct result *result, const struct event *event)
{
	return result->telling && !result->ahead &&
		result->telling->times[record_event_index(result->record, event)] > result->reached;
}

bool result_has_quote(const struct result *result, uint32_t quote)
{
	if (result_waits(result, record_ref(THING_QUOTE, quote)))
		return false;
	if (!result->quotes)
		return result_row(result, result->record->quotes[quote].event) >= 0;
	uint32_t at = place_of(result->quotes, result->quote_count, quote);
	return at < result->quote_count && result->quotes[at] == quote;
}

void result_eras(const struct result *result, uint8_t *eras)
{
	for (uint32_t row = 0; row < result->event_count; row++) {
		struct ref era = result_event(result, row)->era;
		if (era.thing == THING_ERA)
			bit_set(eras, era.index);
	}
}

bool result_likens(
	const struct result *result, const uint8_t *eras, const struct parallel *parallel)
{
	const struct refs *between = parallel->between;
	bool all = between->count > 0;
	for (uint32_t i = 0; all && i < between->count; i++)
		all = between->at[i].thing == THING_ERA
			? bit_get(eras, between->at[i].index)
			: result_row(result, between->at[i].index) >= 0;
	return all;
}

/* The place in the list of the event's first quotation that is selected. */
static uint32_t first_place(const struct result *result, const struct event *event)
{
	return place_of(result->quotes, result->quote_count, event->first_quote);
}

uint32_t result_rendering(const struct result *result, uint32_t quote)
{
	enum { LOOK_MOST = 4096 };
	const uint32_t *next = result->record->renderings;
	uint32_t other = next ? next[quote] : quote;
	for (int looked = 0; other != quote && looked < LOOK_MOST; looked++, other = next[other])
		if (result_has_quote(result, other))
			return other;
	return quote;
}

uint32_t result_quote_count(const struct result *result, const struct event *event)
{
	if (!result->quotes)
		return event->quote_count;
	uint32_t end = event->first_quote + event->quote_count;
	return place_of(result->quotes, result->quote_count, end) - first_place(result, event);
}

const struct quote *result_quote(const struct result *result, const struct event *event, uint32_t n)
{
	const struct quote *quotes = result->record->quotes;
	if (n >= result_quote_count(result, event))
		return NULL;
	return &quotes[result->quotes ? result->quotes[first_place(result, event) + n]
				      : event->first_quote + n];
}
