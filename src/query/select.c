/* Three sieves, one behind the other; each takes a selection and leaves a smaller one. A selection
 * is a bit for each event and each quotation; what comes out in the end becomes the lists of a
 * result. */
#include "query/select.h"

#include "query/sieve.h"

#include <stdio.h>
#include <string.h>

struct selecting {
	const struct record *record;
	struct search *search;
	struct arena *arena;        /* of the result */
	struct arena work, scratch; /* of this selection; of one event */
	struct query_problem *problem;
	struct selection now;
};

static uint8_t *bits_create(struct arena *arena, uint32_t count)
{
	return arena_alloc(arena, (size_t)count / 8 + 1, 1);
}

/* ---- as of a day ---- */

/* The last day that the date may be. */
static bool last_day(struct selecting *selecting, const struct date *date, int64_t *day)
{
	const struct query_span *span = query_spans(&selecting->work, date);
	if (!span) {
		selecting->problem->column = 1;
		snprintf(selecting->problem->reason, sizeof selecting->problem->reason,
			"a date without a year is no day to stop at");
		return false;
	}
	for (*day = span->to; span; span = span->next)
		if (span->to > *day)
			*day = span->to;
	return true;
}

static bool has_begun(const struct event *event, int64_t day)
{
	const struct date *date = event->date;
	if (date->sort == DATE_NO_SORT)
		return false;
	return (date->earliest == DATE_UNKNOWN_START ? date->sort : date->earliest) <= day;
}

static bool is_public(const struct record *record, const struct quote *quote, int64_t day)
{
	const struct date *date = quote_public(record, quote);
	return date && date->sort != DATE_NO_SORT && date->latest <= day;
}

static bool keep_day(struct selecting *selecting, const struct date *as_of)
{
	const struct record *record = selecting->record;
	int64_t day;
	if (!as_of)
		return true;
	if (!last_day(selecting, as_of, &day))
		return false;
	if (day == DATE_OPEN_END)
		return true;
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		if (!has_begun(&record->events[i], day))
			bit_clear(selecting->now.events, i);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		if (!is_public(record, &record->quotes[i], day))
			bit_clear(selecting->now.quotes, i);
	return true;
}

/* ---- queries ---- */

static bool keep_query(struct selecting *selecting, const char *query)
{
	const struct query_term *terms;
	if (!query)
		return true;
	if (!query_parse(&selecting->work, query, strlen(query), &terms, selecting->problem))
		return false;
	if (!terms)
		return true;
	const struct selection base = selecting->now;
	const struct matching matching = {.record = selecting->record,
		.search = selecting->search,
		.base = &base,
		.arena = &selecting->work,
		.scratch = &selecting->scratch,
		.remark = selecting->problem};
	selecting->now = sieve_query(&matching, terms);
	return true;
}

/* ---- views ---- */

/* Adds what a view names, as far as there is of it. An event that is named alone comes with all
 * its quotations, one that is named with some of them, or by them, with those. */
static void show_add(struct selecting *selecting, const struct refs *show,
	const struct selection *base, struct selection *out)
{
	const struct record *record = selecting->record;
	uint8_t *by_quotes = bits_create(&selecting->work, record->counts[THING_EVENT]);
	for (uint32_t i = 0; i < show->count; i++) {
		uint32_t index = show->at[i].index;
		if (show->at[i].thing != THING_QUOTE)
			continue;
		uint32_t event = record->quotes[index].event;
		bit_set(by_quotes, event);
		if (bit_get(base->events, event) && bit_get(base->quotes, index)) {
			bit_set(out->events, event);
			bit_set(out->quotes, index);
		}
	}
	for (uint32_t i = 0; i < show->count; i++) {
		uint32_t index = show->at[i].index;
		if (show->at[i].thing != THING_EVENT || !bit_get(base->events, index))
			continue;
		const struct event *event = &record->events[index];
		bit_set(out->events, index);
		for (uint32_t k = 0; !bit_get(by_quotes, index) && k < event->quote_count; k++)
			if (bit_get(base->quotes, event->first_quote + k))
				bit_set(out->quotes, event->first_quote + k);
	}
}

static bool keep_view(struct selecting *selecting, const struct view *view)
{
	if (!view)
		return true;
	struct selection base = selecting->now;
	if (view->show && !view->query)
		selecting->now = selection_create(selecting->record, &selecting->work);
	else if (!keep_query(selecting, view->query))
		return false;
	if (view->show)
		show_add(selecting, view->show, &base, &selecting->now);
	return true;
}

static bool is_selected(const struct selection *now, const struct record *record, struct ref ref)
{
	if (ref.thing == THING_EVENT)
		return bit_get(now->events, ref.index);
	return bit_get(now->events, record->quotes[ref.index].event) &&
		bit_get(now->quotes, ref.index);
}

/* What the view shows, in its order; then the quotations that it leaves out of events it shows
 * parts of, and the other events. */
static void order_make(struct selecting *selecting, const struct refs *show, struct result *out)
{
	const struct record *record = selecting->record;
	const struct selection *now = &selecting->now;
	uint32_t most = record->counts[THING_EVENT] + record->counts[THING_QUOTE] +
		(show ? show->count : 0);
	struct ref *order = arena_alloc(&selecting->work, most, sizeof *order);
	struct selection shown = selection_create(selecting->record, &selecting->work);
	uint8_t *in_part = bits_create(&selecting->work, record->counts[THING_EVENT]);
	uint32_t count = 0;
	for (uint32_t i = 0; show && i < show->count; i++) {
		struct ref ref = show->at[i];
		if (!is_selected(now, record, ref))
			continue;
		order[count++] = ref;
		if (ref.thing == THING_EVENT) {
			bit_set(shown.events, ref.index);
		} else {
			bit_set(shown.quotes, ref.index);
			bit_set(in_part, record->quotes[ref.index].event);
		}
	}
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		if (!bit_get(now->events, i))
			continue;
		if (!bit_get(in_part, i)) {
			if (!bit_get(shown.events, i))
				order[count++] = record_ref(THING_EVENT, i);
			continue;
		}
		for (uint32_t k = 0; k < event->quote_count; k++) {
			uint32_t quote = event->first_quote + k;
			if (bit_get(now->quotes, quote) && !bit_get(shown.quotes, quote))
				order[count++] = record_ref(THING_QUOTE, quote);
		}
	}
	struct ref *kept = arena_alloc(selecting->arena, count, sizeof *kept);
	memcpy(kept, order, count * sizeof *kept);
	out->order = kept;
	out->order_count = count;
}

/* ---- the result ---- */

static const uint32_t *list_kept(struct arena *arena, const uint32_t *list, uint32_t count)
{
	uint32_t *kept = arena_alloc(arena, count, sizeof *kept);
	memcpy(kept, list, count * sizeof *kept);
	return kept;
}

static struct result result_make(struct selecting *selecting)
{
	const struct record *record = selecting->record;
	const struct selection *now = &selecting->now;
	struct result result = {.record = record};
	uint32_t all_events = record->counts[THING_EVENT], all_quotes = record->counts[THING_QUOTE];
	uint32_t *events = arena_alloc(&selecting->work, all_events, sizeof *events);
	uint32_t *quotes = arena_alloc(&selecting->work, all_quotes, sizeof *quotes);
	for (uint32_t i = 0; i < all_events; i++) {
		const struct event *event = &record->events[i];
		if (!bit_get(now->events, i))
			continue;
		events[result.event_count++] = i;
		for (uint32_t k = 0; k < event->quote_count; k++) {
			uint32_t quote = event->first_quote + k;
			if (!bit_get(now->quotes, quote))
				continue;
			quotes[result.quote_count++] = quote;
			result.quote_kinds.of[record->quotes[quote].kind]++;
		}
	}
	if (result.event_count < all_events)
		result.events = list_kept(selecting->arena, events, result.event_count);
	if (result.quote_count < all_quotes)
		result.quotes = list_kept(selecting->arena, quotes, result.quote_count);
	return result;
}

bool select_run(const struct record *record, const struct select_options *options,
	struct arena *arena, struct result *out, struct query_problem *problem)
{
	const struct view *view = options->view;
	struct selecting selecting = {.record = record,
		.search = options->search ? options->search : search_create(record),
		.arena = arena,
		.problem = problem};
	*problem = (struct query_problem){.column = 1};
	selecting.now = selection_create(record, &selecting.work);
	memset(selecting.now.events, 0xff, record->counts[THING_EVENT] / 8 + 1);
	memset(selecting.now.quotes, 0xff, record->counts[THING_QUOTE] / 8 + 1);
	bool done = keep_day(&selecting, options->as_of) &&
		(!view || keep_day(&selecting, view->as_of)) && keep_view(&selecting, view);
	if (done)
		problem->reason[0] = '\0'; /* what is wrong with the view's query was not asked */
	done = done && keep_query(&selecting, options->query);
	if (done) {
		*out = result_make(&selecting);
		if (view)
			order_make(&selecting, view->show, out);
	}
	if (!options->search)
		search_free(selecting.search);
	arena_free(&selecting.work);
	arena_free(&selecting.scratch);
	return done;
}
