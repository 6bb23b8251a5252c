/* Eras claim events, the narrowest era first: of the events that begin within the era, those that
 * also end within it and are not yet claimed. Events are sorted by their first day, and each that
 * is claimed leads to the next, so that an era looks at those alone that begin within it and are
 * free. */
#include "load/finish.h"

#include "base/memory.h"

#include <stdlib.h>

struct span {
	int64_t earliest, latest;
	uint32_t index;
};

/* The days a date covers, for "holds": an end that is not known counts as open. */
static struct span span_of(const struct date *date, uint32_t index)
{
	struct span span = {date->earliest, date->latest, index};
	if (span.earliest == DATE_UNKNOWN_START)
		span.earliest = DATE_OPEN_START;
	if (span.latest == DATE_UNKNOWN_END)
		span.latest = DATE_OPEN_END;
	return span;
}

/* Open spans are as wide as can be. */
static uint64_t width(const struct span *span)
{
	return (uint64_t)span->latest - (uint64_t)span->earliest;
}

static int by_width(const void *a, const void *b)
{
	const struct span *one = a, *two = b;
	uint64_t w1 = width(one), w2 = width(two);
	return w1 != w2 ? (w1 > w2) - (w1 < w2)
			: (one->index > two->index) - (one->index < two->index);
}

static int by_start(const void *a, const void *b)
{
	const struct span *one = a, *two = b;
	return (one->earliest > two->earliest) - (one->earliest < two->earliest);
}

static size_t first_from(const struct span *events, size_t count, int64_t day)
{
	size_t low = 0;
	while (low < count) {
		size_t middle = low + (count - low) / 2;
		if (events[middle].earliest < day)
			low = middle + 1;
		else
			count = middle;
	}
	return low;
}

/* The first event from `at` on that is not claimed; what leads there is made shorter on the way. */
static size_t unclaimed(uint32_t *next, size_t at)
{
	while (next[at] != at) {
		next[at] = next[next[at]];
		at = next[at];
	}
	return at;
}

static void claim(struct record *record, const struct span *eras, size_t era_count,
	struct span *events, size_t count)
{
	uint32_t *next = mem_alloc((count + 1) * sizeof *next);
	for (size_t i = 0; i <= count; i++)
		next[i] = (uint32_t)i;
	qsort(events, count, sizeof *events, by_start);
	for (const struct span *era = eras; era < eras + era_count; era++)
		for (size_t at = first_from(events, count, era->earliest);
			(at = unclaimed(next, at)) < count && events[at].earliest <= era->latest;
			at++)
			if (events[at].latest <= era->latest) {
				record->events[events[at].index].era = record_ref(
					THING_ERA, era->index);
				next[at] = (uint32_t)at + 1;
			}
	free(next);
}

static void named_check(struct loader *load, const struct event *event)
{
	const struct era *era = &load->record->eras[event->era.index];
	if (!era->date)
		return;
	if (date_before(event->date, era->date) || date_before(era->date, event->date))
		code_report(load->diags, CODE_OUTSIDE_ERA,
			places_of(&load->places, event->place, "era"),
			"\"%s\" (%s) lies outside its era \"%s\" (%s)", event->id,
			event->date->edtf, era->id, era->date->edtf);
}

void eras_assign(struct loader *load)
{
	struct record *record = load->record;
	uint32_t era_count = record->counts[THING_ERA], event_count = record->counts[THING_EVENT];
	if (!era_count || !event_count)
		return;
	struct span *eras = mem_alloc(era_count * sizeof *eras);
	struct span *events = mem_alloc(event_count * sizeof *events);
	size_t dated = 0, free_events = 0;
	for (uint32_t i = 0; i < era_count; i++)
		if (record->eras[i].date)
			eras[dated++] = span_of(record->eras[i].date, i);
	qsort(eras, dated, sizeof *eras, by_width);
	for (uint32_t i = 0; i < event_count; i++)
		if (record->events[i].era.thing == THING_ERA)
			named_check(load, &record->events[i]);
		else
			events[free_events++] = span_of(record->events[i].date, i);
	claim(record, eras, dated, events, free_events);
	free(eras);
	free(events);
}
