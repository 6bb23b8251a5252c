/* Eras claim events, the narrowest era first: of the events that begin within the era, those that also end
 * within it and are not yet claimed. Events are sorted by their first day, and a tree of
 * minima over their last days finds the next one to claim in a logarithm of their number, so the work stays
 * near linear however many eras there are. */
#include "load/eras.h"

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

/* Minima of the last days: the leaves are tree[size ...], a parent's children 2i and 2i + 1. */
struct minima {
	int64_t *tree;
	size_t size;
};

static int64_t least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static void minima_fill(struct minima *minima, const struct span *events, size_t count)
{
	for (minima->size = 1; minima->size < count;)
		minima->size *= 2;
	minima->tree = mem_alloc(2 * minima->size * sizeof *minima->tree);
	for (size_t i = 0; i < minima->size; i++)
		minima->tree[minima->size + i] = i < count ? events[i].latest : DATE_OPEN_END;
	for (size_t i = minima->size; --i;)
		minima->tree[i] = least(minima->tree[2 * i], minima->tree[2 * i + 1]);
}

/* Takes a leaf out. */
static void minima_take(struct minima *minima, size_t leaf)
{
	size_t i = minima->size + leaf;
	minima->tree[i] = DATE_OPEN_END;
	while (i /= 2)
		minima->tree[i] = least(minima->tree[2 * i], minima->tree[2 * i + 1]);
}

/* The first leaf from `from` on whose value is at most `most`; `size` where there is none. */
static size_t minima_find(const struct minima *minima, size_t from, int64_t most)
{
	if (from >= minima->size)
		return minima->size;
	size_t i = minima->size + from;
	while (minima->tree[i] > most) {
		while (i & 1)
			i /= 2;
		if (!i)
			return minima->size;
		i++;
	}
	while (i < minima->size)
		i = minima->tree[2 * i] <= most ? 2 * i : 2 * i + 1;
	return i - minima->size;
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

/* Events without an end are taken one step short of open, since open means taken in the tree. */
static struct span event_span(const struct event *event, uint32_t index)
{
	struct span span = span_of(event->date, index);
	if (span.latest == DATE_OPEN_END)
		span.latest--;
	return span;
}

static void claim(struct record *record, const struct span *eras, size_t era_count,
	struct span *events, size_t count)
{
	struct minima minima;
	qsort(events, count, sizeof *events, by_start);
	minima_fill(&minima, events, count);
	for (size_t i = 0; i < era_count; i++) {
		size_t at = first_from(events, count, eras[i].earliest);
		int64_t most = eras[i].latest == DATE_OPEN_END ? DATE_OPEN_END - 1 : eras[i].latest;
		while ((at = minima_find(&minima, at, most)) < count &&
			events[at].earliest <= eras[i].latest) {
			record->events[events[at].index].era = record_ref(THING_ERA, eras[i].index);
			minima_take(&minima, at);
		}
	}
	free(minima.tree);
}

static void named_check(struct loader *load, const struct event *event)
{
	const struct era *era = &load->record->eras[event->era.index];
	if (!era->date)
		return;
	struct span span = span_of(era->date, 0), own = span_of(event->date, 0);
	if (own.latest < span.earliest || own.earliest > span.latest)
		code_report(load->diags, CODE_OUTSIDE_ERA, event->place,
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
			events[free_events++] = event_span(&record->events[i], i);
	if (free_events)
		claim(record, eras, dated, events, free_events);
	free(eras);
	free(events);
}
