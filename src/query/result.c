/* A selection is a rising list of events and a set of bits of quotations; either is absent where it
 * would hold everything, and then the answers come from the record's own arrays. */
#include "query/result.h"

struct result result_all(const struct record *record)
{
	return (struct result){.record = record,
		.event_count = record->counts[THING_EVENT],
		.quote_kinds = record->quote_kinds};
}

const struct event *result_event(const struct result *result, uint32_t row)
{
	return &result->record->events[result->events ? result->events[row] : row];
}

int64_t result_row(const struct result *result, uint32_t event)
{
	if (!result->events)
		return event < result->event_count ? (int64_t)event : -1;
	uint32_t low = 0, high = result->event_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (result->events[middle] < event)
			low = middle + 1;
		else
			high = middle;
	}
	return low < result->event_count && result->events[low] == event ? (int64_t)low : -1;
}

static bool selected(const struct result *result, uint32_t quote)
{
	return result->quotes[quote / 8] >> quote % 8 & 1;
}

bool result_has_quote(const struct result *result, uint32_t quote)
{
	return (!result->quotes || selected(result, quote)) &&
		result_row(result, result->record->quotes[quote].event) >= 0;
}

uint32_t result_quote_count(const struct result *result, const struct event *event)
{
	if (!result->quotes)
		return event->quote_count;
	uint32_t count = 0;
	for (uint32_t i = 0; i < event->quote_count; i++)
		count += selected(result, event->first_quote + i);
	return count;
}

const struct quote *result_quote(const struct result *result, const struct event *event, uint32_t n)
{
	const struct quote *first = &result->record->quotes[event->first_quote];
	if (!result->quotes)
		return n < event->quote_count ? first + n : NULL;
	for (uint32_t i = 0; i < event->quote_count; i++)
		if (selected(result, event->first_quote + i) && n-- == 0)
			return first + i;
	return NULL;
}
