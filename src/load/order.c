/* Events are sorted by the key of their dates, stable, so that the order of the file decides last.
 * Times with an offset from UTC are moments, and those stand in their own order, wherever days and
 * clocks would put them: the two are sorted apart and put together again.
 * Then `after` hangs an event behind another: each event has a list of those that follow it, in
 * sorted order, and the timeline is a walk through these trees, every follower directly behind its
 * event. What the walk does not reach stands in a circle.
 *
 * Most files are in order already; then nothing moves. Else the arrays are permuted in place, so
 * that memory does not grow by a copy. */
#include "load/finish.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static const uint32_t NONE = UINT32_MAX;

struct order {
	const struct record *record;
	uint32_t *sorted;       /* events by their dates */
	uint32_t *first, *next; /* by event: its first follower, the next with the same leader */
	uint32_t *timeline;     /* events in the order of the timeline */
	uint32_t count, reached;
};

static int64_t order_of(const struct event *event)
{
	return event->more ? event->more->order : 0;
}

/* By days and clocks, as they are written. */
static int compare(const struct record *record, uint32_t a, uint32_t b)
{
	const struct event *one = &record->events[a], *two = &record->events[b];
	return date_compare_ordered(one->date, order_of(one), two->date, order_of(two));
}

/* By moments; on one day the record's own `order` is heard first. */
static int compare_moments(const struct record *record, uint32_t a, uint32_t b)
{
	const struct event *one = &record->events[a], *two = &record->events[b];
	int64_t left = date_moment(one->date), right = date_moment(two->date);
	int by = (left > right) - (left < right);
	int ordered = (order_of(one) > order_of(two)) - (order_of(one) < order_of(two));
	bool same_day = one->date->sort == two->date->sort;
	return ordered && (same_day || !by) ? ordered : by;
}

/* Merges runs of `width`, from `from` into `to`. Long stretches of most files are in order. */
static void merge(const struct record *record, int (*by)(const struct record *, uint32_t, uint32_t),
	const uint32_t *from, uint32_t *to, size_t count, size_t width)
{
	for (size_t start = 0; start < count; start += 2 * width) {
		size_t middle = start + width < count ? start + width : count;
		size_t end = middle + width < count ? middle + width : count;
		size_t a = start, b = middle;
		if (middle == end || by(record, from[middle - 1], from[middle]) <= 0) {
			memcpy(to + start, from + start, (end - start) * sizeof *to);
			continue;
		}
		for (size_t at = start; at < end; at++)
			if (a < middle && (b == end || by(record, from[a], from[b]) <= 0))
				to[at] = from[a++];
			else
				to[at] = from[b++];
	}
}

/* Sorts `items`, stable; `room` is as large. */
static void sort(const struct record *record, int (*by)(const struct record *, uint32_t, uint32_t),
	uint32_t *items, uint32_t *room, size_t count)
{
	uint32_t *from = items, *to = room;
	bool sorted = true;
	for (size_t i = 1; i < count && sorted; i++)
		sorted = by(record, items[i - 1], items[i]) <= 0;
	for (size_t width = 1; !sorted && width < count; width *= 2) {
		merge(record, by, from, to, count, width);
		uint32_t *swap = from;
		from = to;
		to = swap;
	}
	if (from != items)
		memcpy(items, from, count * sizeof *items);
}

/* Puts what has a moment (the last `moments` of those sorted) among the others. Moments keep their
 * order; so one stands, among the others, no later than any moment behind it does: of 22 November,
 * 23:30 at -06:00, and 23 November, 01:00 UTC, the second is the earlier, and stands before both
 * that one and all else of 23 November. */
static void put_together(struct order *order, uint32_t moments)
{
	const struct record *record = order->record;
	uint32_t *others = order->sorted,
		 *place = order->first; /* by event: whose place it takes */
	uint32_t rest = order->count - moments, *at = others + rest, *end = others + order->count;
	for (uint32_t i = moments; i--;) {
		bool own = i + 1 == moments || compare(record, at[i], place[at[i + 1]]) <= 0;
		place[at[i]] = own ? at[i] : place[at[i + 1]];
	}
	for (uint32_t i = 0, n = 0; i < order->count; i++) {
		bool moment = at < end;
		if (moment && n < rest) {
			int by = compare(record, place[*at], others[n]);
			moment = by < 0 || (by == 0 && place[*at] < others[n]);
		}
		order->timeline[i] = moment ? *at++ : others[n++];
	}
	uint32_t *swap = order->sorted;
	order->sorted = order->timeline;
	order->timeline = swap;
}

static void sort_by_date(struct order *order)
{
	const struct record *record = order->record;
	uint32_t moments = 0, rest = 0;
	for (uint32_t i = 0; i < order->count; i++)
		moments += date_has_moment(record->events[i].date);
	moments = moments > 1 ? moments : 0; /* one alone has nothing to be compared with */
	for (uint32_t i = 0, n = order->count - moments; i < order->count; i++)
		if (moments && date_has_moment(record->events[i].date))
			order->sorted[n++] = i;
		else
			order->sorted[rest++] = i;
	sort(record, compare, order->sorted, order->timeline, rest);
	if (!moments)
		return;
	sort(record, compare_moments, order->sorted + rest, order->timeline, moments);
	put_together(order, moments);
}

/* The event that this one comes after, or NONE. */
static uint32_t leader(const struct record *record, uint32_t event)
{
	const struct event_more *more = record->events[event].more;
	return more && more->after.thing == THING_EVENT ? more->after.index : NONE;
}

/* Hangs followers behind their leaders; false where there are none. */
static bool follow(struct loader *load, struct order *order)
{
	const struct record *record = order->record;
	bool any = false;
	for (uint32_t i = 0; i < order->count; i++)
		order->first[i] = order->next[i] = NONE;
	for (uint32_t i = order->count; i--;) {
		uint32_t event = order->sorted[i], before = leader(record, event);
		if (before == NONE)
			continue;
		any = true;
		order->next[event] = order->first[before];
		order->first[before] = event;
		const struct event *one = &record->events[before], *two = &record->events[event];
		if (date_before(two->date, one->date))
			code_report(load->diags, CODE_AFTER_DATES,
				places_of(&load->places, two->place, "after"),
				"\"%s\" (%s) cannot come after \"%s\" (%s): its date is earlier",
				two->id, two->date->edtf, one->id, one->date->edtf);
	}
	return any;
}

/* An event and all that follow it, depth first; the way back is found through the leaders. */
static void walk(struct order *order, uint32_t root)
{
	uint32_t at = root;
	for (;;) {
		order->timeline[order->reached++] = at;
		if (order->first[at] != NONE) {
			at = order->first[at];
			continue;
		}
		while (at != root && order->next[at] == NONE)
			at = leader(order->record, at);
		if (at == root)
			return;
		at = order->next[at];
	}
}

static void circle_report(
	struct loader *load, const struct event *event, const struct event *before)
{
	struct place place = places_of(&load->places, event->place, "after");
	if (event == before)
		code_report(load->diags, CODE_AFTER_CIRCLE, place,
			"\"%s\" cannot come after itself", event->id);
	else
		code_report(load->diags, CODE_AFTER_CIRCLE, place,
			"\"%s\" comes after \"%s\", which comes after it: a circle", event->id,
			before->id);
}

/* Names each circle once; what hangs on one is put at the end, since no record comes of it. */
static void circles_report(struct loader *load, struct order *order)
{
	const struct record *record = order->record;
	uint32_t *round =
		order->first; /* by event: 0 unseen, else the number of the walk that saw it */
	memset(round, 0, order->count * sizeof *round);
	for (uint32_t i = 0; i < order->reached; i++)
		round[order->timeline[i]] = NONE;
	for (uint32_t i = 0, number = 1; i < order->count; i++, number++) {
		uint32_t at = i;
		if (round[at])
			continue;
		while (at != NONE && !round[at]) {
			round[at] = number;
			order->timeline[order->reached++] = at;
			at = leader(record, at);
		}
		if (at != NONE && round[at] == number)
			circle_report(
				load, &record->events[at], &record->events[leader(record, at)]);
	}
}

/* ---- moving ---- */

struct moves {
	const uint32_t *events, *quotes; /* by old place: the new one */
};

static void ref_move(void *context, const struct form_field *field, struct ref *ref)
{
	(void)field;
	const struct moves *moves = context;
	if (ref->thing == THING_EVENT)
		*ref = record_ref(THING_EVENT, moves->events[ref->index]);
	else if (ref->thing == THING_QUOTE)
		*ref = record_ref(THING_QUOTE, moves->quotes[ref->index]);
}

/* Each element goes to its new place, along the circles of the permutation. */
static void permute(void *items, size_t size, const uint32_t *to, size_t count)
{
	uint8_t *moved = mem_zero(count, 1);
	char *bytes = items, *hand = mem_alloc(2 * size), *other = hand + size;
	for (size_t start = 0; start < count; start++) {
		if (moved[start] || to[start] == start)
			continue;
		memcpy(hand, bytes + start * size, size);
		size_t at = start;
		do {
			at = to[at];
			memcpy(other, bytes + at * size, size);
			memcpy(bytes + at * size, hand, size);
			memcpy(hand, other, size);
			moved[at] = 1;
		} while (at != start);
	}
	free(hand);
	free(moved);
}

static void move(struct record *record, const struct order *order)
{
	uint32_t quote_count = record->counts[THING_QUOTE], at = 0;
	uint32_t *events = order->first; /* who follows whom is known */
	uint32_t *quotes = mem_alloc(quote_count * sizeof *quotes);
	for (uint32_t i = 0; i < order->count; i++) {
		struct event *event = &record->events[order->timeline[i]];
		events[order->timeline[i]] = i;
		for (uint32_t k = 0; k < event->quote_count; k++) {
			record->quotes[event->first_quote + k].event = i;
			quotes[event->first_quote + k] = at + k;
		}
		event->first_quote = at;
		at += event->quote_count;
	}
	struct moves moves = {events, quotes};
	const struct form_visit visit = {.ref = ref_move, .context = &moves};
	form_refs_all(record, &visit);
	permute(record->events, sizeof *record->events, events, order->count);
	permute(record->quotes, sizeof *record->quotes, quotes, quote_count);
	free(quotes);
}

void order_events(struct loader *load)
{
	struct record *record = load->record;
	uint32_t count = record->counts[THING_EVENT];
	uint32_t *room = mem_alloc(4 * sizeof *room * ((size_t)count + 1));
	struct order order = {.record = record,
		.sorted = room,
		.timeline = room + count,
		.first = room + 2 * (size_t)count,
		.next = room + 3 * (size_t)count,
		.count = count};
	sort_by_date(&order);
	if (follow(load, &order)) {
		for (uint32_t i = 0; i < count; i++)
			if (leader(record, order.sorted[i]) == NONE)
				walk(&order, order.sorted[i]);
		if (order.reached < count)
			circles_report(load, &order);
	} else {
		memcpy(order.timeline, order.sorted, count * sizeof *order.sorted);
	}
	bool moved = false;
	for (uint32_t i = 0; i < count && !moved; i++)
		moved = order.timeline[i] != i;
	if (moved)
		move(record, &order);
	free(room);
}
