/* Terms are sorted into those that are asked of an event as a whole and those that narrow its
 * quotations. Of a narrowing term the event is asked first, and what it answers is remembered
 * while its quotations are asked. */
#include "query/sieve.h"

struct sieve {
	const struct matching *matching;
	struct match *whole, *narrowing; /* terms asked of the event, and of quotations too */
	uint32_t whole_count, narrowing_count;
	bool *event_is; /* whether the event at hand satisfies a narrowing term itself */
	struct selection out;
	uint8_t *with_event; /* quotations that satisfy the query with the help of their event */
};

static bool any_quote_is(
	const struct sieve *sieve, const struct match *match, const struct event *event)
{
	for (uint32_t i = 0; i < event->quote_count; i++) {
		uint32_t quote = event->first_quote + i;
		if (bit_get(sieve->matching->base->quotes, quote) && match_quote(match, quote))
			return true;
	}
	return false;
}

/* Whether the event satisfies all terms without its quotations; notes which ones it does. */
static bool event_alone(struct sieve *sieve, uint32_t index)
{
	const struct event *event = &sieve->matching->record->events[index];
	bool alone = true;
	for (uint32_t i = 0; i < sieve->narrowing_count; i++) {
		const struct match *match = &sieve->narrowing[i];
		bool is = sieve->event_is[i] = match_event(match, index);
		if (!alone)
			continue;
		alone = match->term->negative ? !is && !any_quote_is(sieve, match, event) : is;
	}
	return alone;
}

enum quote_fit { FIT_NOT, FIT_WITH_EVENT, FIT_ALONE };

static enum quote_fit quote_fit(const struct sieve *sieve, uint32_t quote)
{
	enum quote_fit fit = FIT_ALONE;
	for (uint32_t i = 0; i < sieve->narrowing_count; i++) {
		const struct match *match = &sieve->narrowing[i];
		bool is = match_quote(match, quote), event_is = sieve->event_is[i];
		if (match->term->negative ? is || event_is : !is && !event_is)
			return FIT_NOT;
		if (!match->term->negative && !is)
			fit = FIT_WITH_EVENT;
	}
	return fit;
}

static bool event_whole(const struct sieve *sieve, uint32_t index)
{
	for (uint32_t i = 0; i < sieve->whole_count; i++)
		if (match_event(&sieve->whole[i], index) == sieve->whole[i].term->negative)
			return false;
	return true;
}

static void sieve_event(struct sieve *sieve, uint32_t index)
{
	const struct event *event = &sieve->matching->record->events[index];
	bool alone = event_alone(sieve, index);
	uint32_t fits[3] = {0};
	for (uint32_t i = 0; i < event->quote_count; i++) {
		uint32_t quote = event->first_quote + i;
		if (!bit_get(sieve->matching->base->quotes, quote))
			continue;
		enum quote_fit fit = quote_fit(sieve, quote);
		fits[fit]++;
		if (fit == FIT_ALONE)
			bit_set(sieve->out.quotes, quote);
		if (fit == FIT_WITH_EVENT)
			bit_set(sieve->with_event, quote);
	}
	if (alone || fits[FIT_ALONE] || fits[FIT_WITH_EVENT])
		bit_set(sieve->out.events, index);
	for (uint32_t i = 0; !fits[FIT_ALONE] && i < event->quote_count; i++)
		if (bit_get(sieve->with_event, event->first_quote + i))
			bit_set(sieve->out.quotes, event->first_quote + i);
}

static void sieve_start(
	struct sieve *sieve, const struct matching *matching, const struct query_term *terms)
{
	struct arena *arena = matching->arena;
	uint32_t count = 0;
	for (const struct query_term *term = terms; term; term = term->next)
		count++;
	sieve->matching = matching;
	sieve->whole = arena_alloc(arena, count, sizeof *sieve->whole);
	sieve->narrowing = arena_alloc(arena, count, sizeof *sieve->narrowing);
	sieve->event_is = arena_alloc(arena, count, sizeof *sieve->event_is);
	sieve->out = selection_create(matching->record, arena);
	sieve->with_event = selection_create(matching->record, arena).quotes;
	for (const struct query_term *term = terms; term; term = term->next)
		match_start(match_narrows(term) ? &sieve->narrowing[sieve->narrowing_count++]
						: &sieve->whole[sieve->whole_count++],
			matching, term);
}

struct selection sieve_query(const struct matching *matching, const struct query_term *terms)
{
	struct sieve sieve = {.whole_count = 0};
	sieve_start(&sieve, matching, terms);
	for (uint32_t i = 0; i < matching->record->counts[THING_EVENT]; i++)
		if (bit_get(matching->base->events, i) && event_whole(&sieve, i))
			sieve_event(&sieve, i);
	return sieve.out;
}
