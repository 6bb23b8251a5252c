/* The folded text is searched in chunks of whole events, so that a hit nearby is found without
 * reading on, and a needle that stands nowhere delays no other. In a chunk each needle jumps from
 * hit to hit. The first of them decides which unit is the hit, and the search goes on behind that
 * unit.
 *
 * A record of two events, of which the first has one quotation, is three units:
 *
 *     unit    0: event 0          1: quotation 0     2: event 1
 *     text    signing\nparis\n    so be it\n         the end\n
 *     starts  0                   14                 23               31, the end
 *
 * "is" first stands at byte 11, between 0 and 14: the hit is unit 0, event 0, and the search goes
 * on at 14. */
#include "query/search.h"

#include "base/bits.h"
#include "base/memory.h"
#include "model/query.h"
#include "query/search_text.h"

#include <stdlib.h>
#include <string.h>

enum { CHUNK = 64 * 1024 }; /* bytes, or the units of one event */

struct search *search_create(const struct record *record)
{
	struct search *search = mem_zero(1, sizeof *search);
	search->record = record;
	search->count = record->counts[THING_EVENT] + record->counts[THING_QUOTE];
	return search;
}

void search_free(struct search *search)
{
	if (!search)
		return;
	buf_free(&search->text);
	buf_free(&search->labels);
	buf_free(&search->names);
	buf_free(&search->titles);
	free(search->titled);
	free(search->days);
	search_found_free(search);
	free(search->starts);
	free(search->sources);
	free(search->owners);
	free(search->years);
	free(search->named_with);
	free(search->abouts);
	for (int kind = 0; kind < THING_COUNT; kind++)
		free(search->named[kind]);
	free(search);
}

bool search_is_of(const struct search *search, const struct record *record)
{
	return search && search->record == record;
}

/* ---- units ---- */

uint32_t search_unit_event(const struct record *record, uint32_t event)
{
	return event + record->events[event].first_quote;
}

uint32_t search_unit_quote(const struct record *record, uint32_t quote)
{
	return record->quotes[quote].event + 1 + quote;
}

/* The thing that is the unit, which is folded; *event is the event that it is or belongs to. */
static struct ref unit_ref(const struct search *search, uint32_t unit, uint32_t *event)
{
	*event = search->owners[unit];
	if (unit == 0 || search->owners[unit - 1] != *event)
		return record_ref(THING_EVENT, *event);
	return record_ref(THING_QUOTE, unit - *event - 1);
}

/* ---- chunks ---- */

/* The unit behind the chunk that begins with `unit`. */
static uint32_t chunk_end(struct search *search, uint32_t unit)
{
	search_text_ready(search, unit);
	size_t end = search->starts[unit] + CHUNK;
	while (search->ready < search->count && search->text.len < end)
		search_text_ready(search, search->ready);
	uint32_t low = unit, high = search->ready;
	for (uint32_t step = 1; high - low > step; step *= 2) {
		if (search->starts[low + step] >= end) {
			high = low + step;
			break;
		}
		low += step;
	}
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (search->starts[middle] < end)
			low = middle;
		else
			high = middle;
	}
	return high;
}

/* The first unit of the chunk that ends before `unit` (not 0); all up to there is folded. */
static uint32_t chunk_start(const struct search *search, uint32_t unit)
{
	uint32_t at = unit - 1;
	while (at > 0 && search->starts[unit] - search->starts[at] < CHUNK)
		at--;
	return at;
}

/* The hits of the units from `unit` to `end`, one after another. */
struct hits {
	struct search *search;
	const struct pattern *pattern;
	const struct search_found *within; /* none is elsewhere; NULL where that is not known, */
	uint32_t next;                     /* and which of them is the next to look at */
	size_t looked;                     /* bytes of text */
	uint32_t unit, end;
	const char *
		place; /* where in the unit at hand a needle stands; NULL where that is not known */
	const char **places; /* of each needle's next hit; NULL where it has no more */
	size_t day;          /* all days before it have been looked at */
};

static const char *text_at(const struct search *search, uint32_t unit)
{
	return search->text.text + search->starts[unit];
}

static void hits_begin(struct hits *hits, struct search *search, const struct pattern *pattern)
{
	if (pattern->days)
		search_days_ready(search);
	*hits = (struct hits){.search = search,
		.pattern = pattern,
		.within = search_found_within(search, pattern),
		.places = mem_zero(pattern->count, sizeof *hits->places)};
}

static void hits_end(struct hits *hits)
{
	free(hits->places);
}

static void hits_start(struct hits *hits, uint32_t unit, uint32_t end)
{
	const struct search *search = hits->search;
	const struct pattern *pattern = hits->pattern;
	hits->unit = unit;
	hits->end = end;
	hits->day = 0;
	if (hits->within) {
		hits->next = search_found_from(hits->within, unit);
		return;
	}
	hits->looked += search->starts[end] - search->starts[unit];
	if (pattern->days) {
		hits->day = search_days_from(search, search->owners[unit]);
	}
	for (uint32_t i = 0; i < pattern->count; i++)
		hits->places[i] = needle_find(
			&pattern->needles[i], text_at(search, unit), text_at(search, end));
}

/* The next unit that has a needle, or `end`: of those in which it can stand, or of all. */
static uint32_t next_within(struct hits *hits)
{
	const struct search_found *within = hits->within;
	while (hits->next < within->count && within->units[hits->next] < hits->end) {
		uint32_t unit = within->units[hits->next++];
		const char *from = text_at(hits->search, unit);
		const char *end = text_at(hits->search, unit + 1);
		hits->looked += (size_t)(end - from);
		for (uint32_t i = 0; i < hits->pattern->count; i++) {
			hits->place = needle_find(&hits->pattern->needles[i], from, end);
			if (hits->place)
				return unit;
		}
	}
	return hits->end;
}

static uint32_t next_worded(struct hits *hits)
{
	if (hits->within)
		return next_within(hits);
	const char *from = text_at(hits->search, hits->unit),
		   *end = text_at(hits->search, hits->end);
	const char *first = NULL;
	uint32_t unit = hits->unit;
	for (uint32_t i = 0; i < hits->pattern->count; i++) {
		const char **place = &hits->places[i];
		if (*place && *place < from)
			*place = needle_find(&hits->pattern->needles[i], from, end);
		if (*place && (!first || *place < first))
			first = *place;
	}
	if (!first)
		return hits->end;
	size_t offset = (size_t)(first - hits->search->text.text);
	while (hits->search->starts[unit + 1] <= offset)
		unit++;
	hits->place = first;
	return unit;
}

static bool is_in(const struct search_days *days, const struct query_span *wanted)
{
	while (wanted && !query_span_touches(wanted, days->from, days->to))
		wanted = wanted->next;
	return wanted;
}

/* The unit of the next event of the days, or `end`. */
static uint32_t next_dated(struct hits *hits)
{
	const struct search *search = hits->search;
	for (; hits->pattern->days && hits->day < search->day_count; hits->day++) {
		const struct search_days *days = &search->days[hits->day];
		uint32_t unit = search_unit_event(search->record, days->event);
		if (unit >= hits->end)
			break;
		if (unit >= hits->unit && is_in(days, hits->pattern->days))
			return unit;
	}
	return hits->end;
}

/* The unit of the next hit, or `end`. */
static uint32_t hits_next(struct hits *hits)
{
	uint32_t worded = next_worded(hits), dated = next_dated(hits);
	uint32_t unit = worded < dated ? worded : dated;
	hits->place = unit == worded ? hits->place : NULL;
	hits->search->met += unit < hits->end;
	hits->unit = unit < hits->end ? unit + 1 : unit;
	return unit;
}

/* ---- stops ---- */

/* A quotation of whose event all are selected is not looked at, nor is the event. */
static bool is_selected(const struct result *result, struct ref ref, uint32_t event)
{
	if (ref.thing == THING_EVENT || (!result->quotes && !result->telling))
		return result_row(result, event) >= 0;
	return result_has_quote(result, ref.index);
}

static bool has_needle(const struct pattern *pattern, const char *text, const char *end)
{
	for (uint32_t i = 0; i < pattern->count; i++)
		if (needle_find(&pattern->needles[i], text, end))
			return true;
	return false;
}

static bool has_days(const struct search *search, const struct pattern *pattern, uint32_t event)
{
	for (size_t at = search_days_from(search, event);
		at < search->day_count && search->days[at].event == event; at++)
		if (is_in(&search->days[at], pattern->days))
			return true;
	return false;
}

/* Whether the words of an event have it, of those that are selected. */
static bool is_in_words(const struct hits *hits, const struct result *result, uint32_t event)
{
	const struct search *search = hits->search;
	const struct event *of = &search->record->events[event];
	for (uint32_t n = 0; n < of->quote_count; n++) {
		uint32_t unit = search_unit_quote(search->record, of->first_quote + n);
		if (result_has_quote(result, of->first_quote + n) &&
			has_needle(hits->pattern, text_at(search, unit), text_at(search, unit + 1)))
			return true;
	}
	return false;
}

/* Whether one stops at a hit: it is selected, and not an event that has only the names of who was there,
 * of a theme or a source, where its words are hits as well. */
static bool is_stop(const struct hits *hits, const struct result *result, uint32_t unit,
	struct ref ref, uint32_t event)
{
	const struct search *search = hits->search;
	if (!is_selected(result, ref, event))
		return false;
	if (ref.thing != THING_EVENT)
		return true;
	const char *names = search->text.text + search->named_with[ref.index];
	return (hits->place && hits->place < names) ||
		has_needle(hits->pattern, text_at(search, unit), names) ||
		(hits->pattern->days && has_days(search, hits->pattern, ref.index)) ||
		!is_in_words(hits, result, ref.index);
}

/* Whether it is known that there are none. */
static bool hits_none(const struct hits *hits)
{
	return hits->within && !hits->within->count;
}

/* ---- finding ---- */

/* From one unit to before another, through about so many bytes. */
static bool find_forward(struct hits *hits, const struct result *result, uint32_t unit,
	uint32_t last, size_t bytes, struct ref *hit)
{
	struct search *search = hits->search;
	uint32_t event;
	for (size_t done = 0; unit < last && done < bytes && !hits_none(hits);) {
		uint32_t end = chunk_end(search, unit), at;
		end = end < last ? end : last;
		hits_start(hits, unit, end);
		while ((at = hits_next(hits)) < end) {
			struct ref ref = unit_ref(search, at, &event);
			if (is_stop(hits, result, at, ref, event)) {
				*hit = ref;
				return true;
			}
		}
		done += search->starts[end] - search->starts[unit];
		unit = end;
	}
	return false;
}

/* From before one unit down to another. */
static bool find_backward(struct hits *hits, const struct result *result, uint32_t unit,
	uint32_t last, struct ref *hit)
{
	struct search *search = hits->search;
	if (unit > 0)
		search_text_ready(search, unit - 1);
	while (unit > last && !hits_none(hits)) {
		uint32_t start = chunk_start(search, unit), event, at;
		bool found = false;
		start = start > last ? start : last;
		hits_start(hits, start, unit);
		while ((at = hits_next(hits)) < unit) {
			struct ref ref = unit_ref(search, at, &event);
			if (is_stop(hits, result, at, ref, event)) {
				*hit = ref;
				found = true;
			}
		}
		if (found)
			return true;
		unit = start;
	}
	return false;
}

static uint32_t unit_of(const struct record *record, struct ref ref)
{
	return ref.thing == THING_EVENT ? search_unit_event(record, ref.index)
					: search_unit_quote(record, ref.index);
}

bool search_find(struct search *search, const struct pattern *pattern, const struct result *result,
	struct ref from, enum search_way way, struct ref *hit)
{
	uint32_t unit = way == SEARCH_PREVIOUS ? search->count : 0;
	if (from.thing != THING_NONE)
		unit = unit_of(search->record, from) + (way == SEARCH_NEXT ? 1 : 0);
	struct hits hits;
	hits_begin(&hits, search, pattern);
	bool found = way == SEARCH_PREVIOUS
		? find_backward(&hits, result, unit, 0, hit)
		: find_forward(&hits, result, unit, search->count, SIZE_MAX, hit);
	hits_end(&hits);
	return found;
}

bool search_find_round(struct search *search, const struct pattern *pattern,
	const struct result *result, struct ref from, enum search_way way, struct ref *hit)
{
	if (from.thing == THING_NONE)
		return false;
	uint32_t unit = unit_of(search->record, from);
	struct hits hits;
	hits_begin(&hits, search, pattern);
	bool found = way == SEARCH_PREVIOUS
		? find_backward(&hits, result, search->count, unit, hit)
		: find_forward(
			  &hits, result, 0, unit + (way == SEARCH_NEXT ? 1 : 0), SIZE_MAX, hit);
	hits_end(&hits);
	return found;
}

bool search_find_near(struct search *search, const struct pattern *pattern,
	const struct result *result, struct ref from, size_t bytes, struct ref *hit)
{
	struct hits hits;
	uint32_t unit = from.thing == THING_NONE ? 0 : unit_of(search->record, from) + 1;
	hits_begin(&hits, search, pattern);
	bool found = find_forward(&hits, result, unit, search->count, bytes, hit);
	hits_end(&hits);
	return found;
}

/* ---- counting ---- */

static void count_year(struct search_count *count, int64_t year)
{
	uint32_t at = count->year_count;
	while (at > 0 && count->years[at - 1].year >= year)
		at--;
	struct search_year *place = &count->years[at];
	if (at < count->year_count && place->year == year) {
		place->hits++;
	} else if (count->year_count < SEARCH_YEARS_MOST) {
		memmove(place + 1, place, (count->year_count - at) * sizeof *place);
		*place = (struct search_year){year, 1};
		count->year_count++;
	}
}

static void count_hit(struct search_count *count, const struct result *result, struct ref ref,
	uint32_t event, int64_t year)
{
	if (ref.thing == THING_EVENT)
		count->events++;
	else
		count->quotes++;
	if (year != SEARCH_YEAR_NONE)
		count_year(count, year);
	if (!count->rows)
		return;
	uint32_t row = result_row_from(result, event);
	bit_set(count->rows, row);
	count->row_end = row + 1;
}

bool search_count(struct search *search, const struct pattern *pattern, const struct result *result,
	struct search_count *count, size_t bytes)
{
	struct hits hits;
	uint32_t event;
	if (count->next == 0)
		search_found_begin(search, pattern);
	bool notes = search_found_goes_on(search, pattern, count->next);
	hits_begin(&hits, search, pattern);
	while (count->next < search->count && hits.looked < bytes) {
		uint32_t end = hits_none(&hits) ? search->count : chunk_end(search, count->next);
		uint32_t at;
		hits_start(&hits, count->next, end);
		while ((at = hits_next(&hits)) < end) {
			struct ref ref = unit_ref(search, at, &event);
			if (is_stop(&hits, result, at, ref, event))
				count_hit(count, result, ref, event, search->years[at]);
			notes = notes && search_found_add(search, at);
		}
		count->next = end;
	}
	hits_end(&hits);
	if (notes)
		search_found_to(search, count->next);
	return count->next == search->count;
}

/* Whether it stands before the names of sources. */
static bool is_own(const struct search *search, const struct pattern *pattern, uint32_t unit)
{
	return has_needle(
		pattern, text_at(search, unit), search->text.text + search->sources[unit]);
}

void search_units(struct search *search, const struct pattern *pattern, uint8_t *units)
{
	struct hits hits;
	hits_begin(&hits, search, pattern);
	for (uint32_t unit = 0, end; unit < search->count; unit = end) {
		uint32_t at;
		end = chunk_end(search, unit);
		hits_start(&hits, unit, end);
		while ((at = hits_next(&hits)) < end)
			if (is_own(search, pattern, at))
				bit_set(units, at);
	}
	hits_end(&hits);
}
