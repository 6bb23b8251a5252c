/* To find the days of a date costs more than to compare them, so those of all events are found once. */
#include "base/memory.h"
#include "model/query.h"
#include "query/search_text.h"

/* What is open has the end that is known alone: as of a day, "from 29 March 2022 onwards" is no hit of
 * 2025, of which it says nothing. */
static void days_add(
	struct search *search, size_t *capacity, uint32_t event, const struct query_span *span)
{
	for (; span; span = span->next) {
		search->days = mem_grow(
			search->days, capacity, search->day_count + 1, sizeof *search->days);
		search->days[search->day_count++] = (struct search_days){
			span->from == DATE_OPEN_START ? span->to : span->from,
			span->to == DATE_OPEN_END ? span->from : span->to, event};
	}
}

void search_days_ready(struct search *search)
{
	const struct record *record = search->record;
	struct arena scratch = {0};
	size_t capacity = 0;
	if (search->days)
		return;
	search->days = mem_grow(NULL, &capacity, 1, sizeof *search->days);
	for (uint32_t n = 0; n < record->counts[THING_EVENT]; n++) {
		if (record_hides(record, record_ref(THING_EVENT, n)))
			continue;
		days_add(search, &capacity, n, query_spans(&scratch, record->events[n].date));
		arena_reset(&scratch);
	}
	arena_free(&scratch);
}

size_t search_days_from(const struct search *search, uint32_t event)
{
	size_t low = 0, high = search->day_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (search->days[middle].event < event)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
