/* Three steps, each of which takes a selection and leaves a smaller one: the day, the view, the
 * query. A selection is a bit for each event and each quotation; what is left in the end becomes
 * the lists of a result.
 *
 * A query is a list of terms. Some are asked of an event as a whole (dates, people, places): it is
 * in, or it is out with all its quotations. The others are asked of its quotations too, and narrow
 * them. Of such terms the event is asked first, and its answers are kept while its quotations are
 * asked. A quotation then satisfies all terms by itself, or with its event's help, or not. With
 * "place:istanbul theme:guarantees ink", of the quotations of an event in Istanbul that has the
 * theme
 *
 *     A  theme guarantees, says "ink"   satisfies both by itself
 *     B  no theme, says "ink"           does so with the event's theme
 *     C  theme guarantees, no "ink"     does not
 *
 * A is shown alone; were there no A, B would be. Had the event the word "ink" itself, C would be
 * like B. */
#include "query/select.h"

#include "base/bits.h"
#include "query/past.h"
#include "query/terms.h"

#include <string.h>

struct selecting {
	const struct record *record;
	struct search *search;
	struct arena *arena;        /* of the result */
	struct arena work, scratch; /* of this selection; of one event */
	struct query_problem *problem;
	struct selection now;
	struct selection queried; /* what the view's own query selects; without one nothing */
	int64_t day;              /* to stop at, the first of all that were asked for */
	bool narrowed;            /* by the query that was asked beside the view */
};

/* ---- as of a day ---- */

static bool day_take(const struct date *as_of, int64_t *first, struct query_problem *problem)
{
	int64_t day;
	if (!as_of)
		return true;
	if (!query_day(as_of, &day, problem))
		return false;
	if (day < *first)
		*first = day;
	return true;
}

bool select_day(const struct select_options *options, int64_t *day, struct query_problem *problem)
{
	*day = DATE_OPEN_END;
	if (!day_take(options->as_of, day, problem))
		return false;
	if (!options->view || day_take(options->view->as_of, day, problem))
		return true;
	problem->origin = ORIGIN_VIEW_AS_OF;
	return false;
}

/* All events and quotations that the record holds. */
static struct selection select_all(struct selecting *selecting)
{
	const struct record *record = selecting->record;
	struct selection all = selection_create(record, &selecting->work);
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		if (!record_hides(record, record_ref(THING_EVENT, i)))
			bit_set(all.events, i);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++)
		if (!record_hides(record, record_ref(THING_QUOTE, i)))
			bit_set(all.quotes, i);
	return all;
}

/* ---- queries ---- */

struct narrowing {
	const struct terms *of;
	struct term *whole, *narrow; /* terms asked of the event, and of quotations too */
	uint32_t whole_count, narrow_count;
	bool *event_is; /* whether the event at hand satisfies a narrowing term itself */
	struct selection out;
	uint8_t *with_event; /* quotations that satisfy the query with the help of their event */
};

static bool any_quote_has(
	const struct narrowing *at, const struct term *term, const struct event *event)
{
	for (uint32_t i = 0; i < event->quote_count; i++) {
		uint32_t quote = event->first_quote + i;
		if (bit_get(at->of->base->quotes, quote) && term_has_quote(term, quote))
			return true;
	}
	return false;
}

/* Whether the event satisfies all terms without its quotations; notes which ones it does. */
static bool event_alone(struct narrowing *at, uint32_t index)
{
	const struct event *event = &at->of->record->events[index];
	bool alone = true;
	for (uint32_t i = 0; i < at->narrow_count; i++) {
		const struct term *term = &at->narrow[i];
		bool is = at->event_is[i] = term_has_event(term, index);
		if (!alone)
			continue;
		alone = term->form->negative ? !is && !any_quote_has(at, term, event) : is;
	}
	return alone;
}

enum quote_fit { FIT_NOT, FIT_WITH_EVENT, FIT_ALONE };

static enum quote_fit quote_fit(const struct narrowing *at, uint32_t quote)
{
	enum quote_fit fit = FIT_ALONE;
	for (uint32_t i = 0; i < at->narrow_count; i++) {
		const struct term *term = &at->narrow[i];
		bool is = term_has_quote(term, quote), event_is = at->event_is[i];
		if (term->form->negative ? is || event_is : !is && !event_is)
			return FIT_NOT;
		if (!term->form->negative && !is)
			fit = FIT_WITH_EVENT;
	}
	return fit;
}

static bool event_whole(const struct narrowing *at, uint32_t index)
{
	for (uint32_t i = 0; i < at->whole_count; i++)
		if (term_has_event(&at->whole[i], index) == at->whole[i].form->negative)
			return false;
	return true;
}

static void event_narrow(struct narrowing *at, uint32_t index)
{
	const struct event *event = &at->of->record->events[index];
	bool alone = event_alone(at, index);
	uint32_t fits[3] = {0};
	for (uint32_t i = 0; i < event->quote_count; i++) {
		uint32_t quote = event->first_quote + i;
		if (!bit_get(at->of->base->quotes, quote))
			continue;
		enum quote_fit fit = quote_fit(at, quote);
		fits[fit]++;
		if (fit == FIT_ALONE)
			bit_set(at->out.quotes, quote);
		if (fit == FIT_WITH_EVENT)
			bit_set(at->with_event, quote);
	}
	if (alone || fits[FIT_ALONE] || fits[FIT_WITH_EVENT])
		bit_set(at->out.events, index);
	for (uint32_t i = 0; !fits[FIT_ALONE] && i < event->quote_count; i++)
		if (bit_get(at->with_event, event->first_quote + i))
			bit_set(at->out.quotes, event->first_quote + i);
}

/* Of the base those events and quotations that satisfy all terms. The selection lies in the
 * arena. */
static struct selection query_select(const struct terms *of, const struct query_term *first)
{
	const struct record *record = of->record;
	uint32_t count = 0;
	for (const struct query_term *form = first; form; form = form->next)
		count++;
	struct narrowing at = {
		.of = of,
		.whole = arena_alloc(of->arena, count, sizeof *at.whole),
		.narrow = arena_alloc(of->arena, count, sizeof *at.narrow),
		.event_is = arena_alloc(of->arena, count, sizeof *at.event_is),
		.out = selection_create(record, of->arena),
		.with_event = selection_create(record, of->arena).quotes,
	};
	for (const struct query_term *form = first; form; form = form->next)
		term_start(term_narrows(form) ? &at.narrow[at.narrow_count++]
					      : &at.whole[at.whole_count++],
			of, form);
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++)
		if (bit_get(of->base->events, i) && event_whole(&at, i))
			event_narrow(&at, i);
	return at.out;
}

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
	const struct terms of = {.record = selecting->record,
		.search = selecting->search,
		.base = &base,
		.arena = &selecting->work,
		.scratch = &selecting->scratch,
		.remark = selecting->problem};
	selecting->now = query_select(&of, terms);
	return true;
}

/* ---- views ---- */

static bool is_selected(const struct selection *now, const struct record *record, struct ref ref)
{
	if (ref.thing == THING_EVENT)
		return bit_get(now->events, ref.index);
	return bit_get(now->events, record->quotes[ref.index].event) &&
		bit_get(now->quotes, ref.index);
}

/* A comparison is there when both of its sides are. */
static bool is_there(
	const struct selection *now, const struct record *record, const struct step *step)
{
	const struct refs *two = step->compare;
	bool there = step_kind(step) != STEP_THING || is_selected(now, record, step->thing);
	for (uint32_t i = 0; two && i < two->count; i++)
		there = there && is_selected(now, record, two->at[i]);
	return there;
}

/* Events that are compared come whole. */
static void compared_add(struct selecting *selecting, const struct steps *show,
	const struct selection *base, struct selection *out)
{
	const struct record *record = selecting->record;
	for (uint32_t i = 0; i < show->count; i++) {
		const struct refs *two = show->at[i].compare;
		if (!two || two->at[0].thing != THING_EVENT ||
			!is_there(base, record, &show->at[i]))
			continue;
		for (uint32_t k = 0; k < two->count; k++) {
			const struct event *event = &record->events[two->at[k].index];
			for (uint32_t n = 0; n < event->quote_count; n++)
				if (bit_get(base->quotes, event->first_quote + n))
					bit_set(out->quotes, event->first_quote + n);
		}
	}
}

/* The things that a view names, each where it stands in its list: what is compared too. */
static struct refs *show_refs(
	struct selecting *selecting, const struct steps *show, const struct selection *base)
{
	uint32_t most = 0;
	for (uint32_t i = 0; i < show->count; i++)
		most += show->at[i].compare ? show->at[i].compare->count : 1;
	struct refs *refs = arena_alloc(
		&selecting->work, 1, sizeof *refs + most * sizeof *refs->at);
	for (uint32_t i = 0; i < show->count; i++) {
		const struct step *step = &show->at[i];
		bool there = is_there(base, selecting->record, step);
		for (uint32_t k = 0; there && step->compare && k < step->compare->count; k++)
			refs->at[refs->count++] = step->compare->at[k];
		if (step_kind(step) == STEP_THING)
			refs->at[refs->count++] = step->thing;
	}
	return refs;
}

/* Adds what a view names, as far as there is of it. An event that is named alone comes with all
 * its quotations, one that is named with some of them, or by them, with those. */
static void show_add(struct selecting *selecting, const struct refs *show,
	const struct selection *base, struct selection *out)
{
	const struct record *record = selecting->record;
	uint8_t *by_quotes = arena_alloc(
		&selecting->work, bits_size(record->counts[THING_EVENT]), 1);
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

static struct selection selection_copy(struct selecting *selecting, const struct selection *from)
{
	const struct record *record = selecting->record;
	struct selection copy = selection_create(record, &selecting->work);
	memcpy(copy.events, from->events, bits_size(record->counts[THING_EVENT]));
	memcpy(copy.quotes, from->quotes, bits_size(record->counts[THING_QUOTE]));
	return copy;
}

static bool keep_view(struct selecting *selecting, const struct view *view)
{
	struct selection base = selecting->now;
	bool names = view_names(view);
	selecting->queried = selection_create(selecting->record, &selecting->work);
	if (names && !view->query)
		selecting->now = selection_create(selecting->record, &selecting->work);
	else if (!keep_query(selecting, view->query))
		return false;
	if (view->query)
		selecting->queried = selection_copy(selecting, &selecting->now);
	if (names) {
		show_add(
			selecting, show_refs(selecting, view->show, &base), &base, &selecting->now);
		compared_add(selecting, view->show, &base, &selecting->now);
	}
	return true;
}

struct ordering {
	const struct record *record;
	const struct selection *now, *queried;
	struct selection shown; /* by scenes of their own, or quotations side by side */
	uint8_t *in_part;       /* events of which quotations are shown */
	uint8_t *compared;      /* events that are laid side by side, without their words */
	struct ref *order;
	const struct step **steps;
	uint32_t count;
};

static void order_add(struct ordering *to, struct ref ref, const struct step *step)
{
	to->order[to->count] = ref;
	to->steps[to->count++] = step;
}

static void order_shown(struct ordering *to, struct ref ref)
{
	if (ref.thing == THING_EVENT) {
		bit_set(to->shown.events, ref.index);
		return;
	}
	bit_set(to->shown.quotes, ref.index);
	bit_set(to->in_part, to->record->quotes[ref.index].event);
}

/* A scene is there whatever is selected, else what it shows has to be: all of it. */
static void order_step(struct ordering *to, const struct step *step)
{
	const struct refs *two = step->compare;
	if (!is_there(to->now, to->record, step))
		return;
	order_add(to, step->thing, step);
	for (uint32_t i = 0; two && i < two->count; i++) {
		if (two->at[i].thing == THING_EVENT)
			bit_set(to->compared, two->at[i].index);
		else
			order_shown(to, two->at[i]);
	}
	if (step_kind(step) == STEP_THING)
		order_shown(to, step->thing);
}

/* What else the view's query selects: the quotations that are left out of events of which parts are
 * shown, or that are compared, and the other events. */
static void order_rest(struct ordering *to)
{
	for (uint32_t i = 0; i < to->record->counts[THING_EVENT]; i++) {
		const struct event *event = &to->record->events[i];
		bool named = bit_get(to->shown.events, i), in_part = bit_get(to->in_part, i);
		if (!bit_get(to->now->events, i) || !bit_get(to->queried->events, i))
			continue;
		if (!in_part && (named || !bit_get(to->compared, i))) {
			if (!named)
				order_add(to, record_ref(THING_EVENT, i), NULL);
			continue;
		}
		for (uint32_t k = 0; k < event->quote_count; k++) {
			uint32_t quote = event->first_quote + k;
			if (bit_get(to->now->quotes, quote) &&
				bit_get(to->queried->quotes, quote) &&
				!bit_get(to->shown.quotes, quote))
				order_add(to, record_ref(THING_QUOTE, quote), NULL);
		}
	}
}

/* What the view shows, in its order; then the rest. Its words are those of the day. */
static void order_make(struct selecting *selecting, const struct view *view, struct result *out)
{
	const struct record *record = selecting->record;
	const struct steps *show = past_view(record, view)->show;
	uint32_t most = record->counts[THING_EVENT] + record->counts[THING_QUOTE] +
		(show ? show->count : 0);
	struct ordering to = {
		.record = record,
		.now = &selecting->now,
		.queried = &selecting->queried,
		.shown = selection_create(record, &selecting->work),
		.in_part = arena_alloc(&selecting->work, bits_size(record->counts[THING_EVENT]), 1),
		.compared = arena_alloc(
			&selecting->work, bits_size(record->counts[THING_EVENT]), 1),
		.order = arena_alloc(&selecting->work, most, sizeof *to.order),
		.steps = arena_alloc(&selecting->work, most, sizeof *to.steps),
	};
	for (uint32_t i = 0; show && i < show->count; i++)
		order_step(&to, &show->at[i]);
	order_rest(&to);
	out->order = arena_copy(selecting->arena, to.order, to.count, sizeof *to.order);
	out->order_steps = arena_copy(selecting->arena, to.steps, to.count, sizeof *to.steps);
	out->order_count = to.count;
}

/* ---- the result ---- */

static struct result result_make(struct selecting *selecting, const struct selection *now)
{
	const struct record *record = selecting->record;
	struct result result = {.record = record, .day = selecting->day};
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
		result.events = arena_copy(
			selecting->arena, events, result.event_count, sizeof *events);
	if (result.quote_count < all_quotes)
		result.quotes = arena_copy(
			selecting->arena, quotes, result.quote_count, sizeof *quotes);
	return result;
}

/* What was selected, and, where that is less, what was known. */
static void results_make(
	struct selecting *selecting, const struct selection *known, struct result *out)
{
	*out = result_make(selecting, &selecting->now);
	out->narrowed = selecting->narrowed;
	struct result all = result_make(selecting, known);
	if (all.event_count > out->event_count || all.quote_count > out->quote_count)
		out->known = arena_copy(selecting->arena, &all, 1, sizeof all);
}

/* The search that was given, where it is of the record at hand. */
static struct search *search_at_hand(
	const struct selecting *selecting, const struct select_options *options)
{
	return search_is_of(options->search, selecting->record) ? options->search
								: search_create(selecting->record);
}

/* The steps. Each fault and each remark has the origin of the step that it comes from; a remark on
 * the view's query stands where there is none on the query. */
static bool keep_asked(struct selecting *selecting, const struct select_options *options)
{
	const struct view *view = options->view;
	struct query_problem *problem = selecting->problem;
	bool done = !view || keep_view(selecting, view);
	struct query_problem of_view = *problem;
	of_view.origin = ORIGIN_VIEW_QUERY;
	*problem = (struct query_problem){.column = 1};
	const uint8_t *viewed = selecting->now.events;
	done = done && keep_query(selecting, options->query) &&
		keep_query(selecting, options->picked);
	selecting->narrowed = selecting->now.events != viewed;
	if (!problem->reason[0] && of_view.reason[0])
		*problem = of_view;
	return done;
}

bool select_run(const struct record *record, const struct select_options *options,
	struct arena *arena, struct result *out, struct query_problem *problem)
{
	struct selecting selecting = {.arena = arena, .problem = problem};
	struct selection known;
	*problem = (struct query_problem){.column = 1};
	if (!select_day(options, &selecting.day, problem))
		return false;
	selecting.record = past_record(record, selecting.day, arena);
	selecting.search = search_at_hand(&selecting, options);
	selecting.now = known = select_all(&selecting);
	bool done = keep_asked(&selecting, options);
	if (done) {
		results_make(&selecting, &known, out);
		if (options->view)
			order_make(&selecting, options->view, out);
	}
	if (selecting.search != options->search)
		search_free(selecting.search);
	arena_free(&selecting.work);
	arena_free(&selecting.scratch);
	return done;
}
