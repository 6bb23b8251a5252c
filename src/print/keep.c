/* One pass over what is selected marks what it names, a bit for each thing; people bring their
 * parties. Parallels are looked at last, since they stay only when two of the things that they
 * liken do, and then bring who claims them and where. */
#include "print/keep.h"

#include "base/memory.h"

#include <stdlib.h>

static bool bit(const uint8_t *bits, uint32_t n)
{
	return bits[n / 8] >> (n % 8) & 1;
}

static void mark(struct keep *keep, struct ref ref)
{
	uint8_t *bits = keep->bits[ref.thing];
	if (!bits)
		return;
	bits[ref.index / 8] |= (uint8_t)(1 << ref.index % 8);
	if (ref.thing == THING_PERSON)
		mark(keep, keep->result->record->people[ref.index].party);
}

static void mark_all(struct keep *keep, const struct refs *refs)
{
	for (uint32_t n = 0; refs && n < refs->count; n++)
		mark(keep, refs->at[n]);
}

static void mark_quote(struct keep *keep, const struct quote *quote)
{
	mark(keep, quote->speaker);
	mark(keep, quote->source);
	mark_all(keep, quote->to);
	mark_all(keep, quote->themes);
	mark_all(keep, quote->about);
	for (uint32_t n = 0; quote->also_in && n < quote->also_in->count; n++)
		mark(keep, quote->also_in->at[n].source);
}

static void mark_event(struct keep *keep, const struct event *event)
{
	mark(keep, event->era);
	mark_all(keep, event->parties);
	mark_all(keep, event->host);
	mark_all(keep, event->mediator);
	mark_all(keep, event->source);
	mark_all(keep, event->themes);
	for (uint32_t n = 0; event->people && n < event->people->count; n++)
		mark(keep, event->people->at[n].person);
	for (uint32_t n = 0; event->positions && n < event->positions->count; n++) {
		const struct position *position = &event->positions->at[n];
		if (!keep_position(keep, position))
			continue;
		mark(keep, position->issue);
		mark(keep, position->party);
		mark(keep, position->source);
	}
	uint32_t count = result_quote_count(keep->result, event);
	for (uint32_t n = 0; n < count; n++)
		mark_quote(keep, result_quote(keep->result, event, n));
}

static void mark_parallel(struct keep *keep, const struct parallel *parallel)
{
	if (!keep_parallel(keep, parallel))
		return;
	mark(keep, parallel->claimed_by);
	mark(keep, parallel->source);
	mark_all(keep, parallel->disputed_by);
}

void keep_begin(struct keep *keep, const struct result *result)
{
	static const enum thing named[] = {
		THING_ERA, THING_PARTY, THING_THEME, THING_SOURCE, THING_PERSON};
	const struct record *record = result->record;
	*keep = (struct keep){.result = result};
	if (!result->events && !result->quotes)
		return;
	for (size_t n = 0; n < sizeof named / sizeof *named; n++)
		keep->bits[named[n]] = mem_zero(record->counts[named[n]] / 8 + 1, 1);
	for (uint32_t row = 0; row < result->event_count; row++)
		mark_event(keep, result_event(result, row));
	for (uint32_t n = 0; n < record->counts[THING_PARALLEL]; n++)
		mark_parallel(keep, &record->parallels[n]);
}

void keep_free(struct keep *keep)
{
	for (int thing = 0; thing < THING_COUNT; thing++)
		free(keep->bits[thing]);
	*keep = (struct keep){0};
}

bool keep_has(const struct keep *keep, struct ref ref)
{
	const struct result *result = keep->result;
	switch (ref.thing) {
	case THING_NONE:
		return false;
	case THING_EVENT:
		return result_row(result, ref.index) >= 0;
	case THING_QUOTE:
		return result_has_quote(result, ref.index);
	default:
		return !keep->bits[ref.thing] || bit(keep->bits[ref.thing], ref.index);
	}
}

uint32_t keep_count(const struct keep *keep, const struct refs *refs)
{
	uint32_t count = 0;
	for (uint32_t n = 0; refs && n < refs->count; n++)
		count += keep_has(keep, refs->at[n]);
	return count;
}

bool keep_position(const struct keep *keep, const struct position *position)
{
	return position->source.thing == THING_SOURCE || keep_has(keep, position->quote);
}

bool keep_view(const struct keep *keep, const struct view *view)
{
	return view->query || keep_count(keep, view->show) > 0;
}

bool keep_parallel(const struct keep *keep, const struct parallel *parallel)
{
	return keep_count(keep, parallel->between) >= 2;
}
