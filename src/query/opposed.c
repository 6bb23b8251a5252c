/* Only what stands at the same event, in a list of answers or in a step of the plan is compared. */
#include "query/opposed.h"

#include "base/bits.h"
#include "query/pool.h"

static bool is_beside(const struct result *result, struct ref a, struct ref b)
{
	bool beside = false;
	for (uint32_t n = 0; n < result->order_count && !beside; n++) {
		const struct step *step = result->order_steps[n];
		beside = step && step->compare && refs_has(step->compare, a) &&
			refs_has(step->compare, b);
	}
	return beside;
}

static bool is_other_side(const struct record *record, const struct quote *a, const struct quote *b)
{
	struct ref one = record_party(record, a->speaker), other = record_party(record, b->speaker);
	return !ref_same(one, other) && pool_share_theme(a, b);
}

bool opposed_answers(const struct record *record, uint32_t quote, uint32_t other)
{
	const struct refs *answers = record->quotes[quote].answers;
	bool is = false;
	for (uint32_t i = 0; answers && i < answers->count && !is; i++)
		is = quote_utterance(record, answers->at[i].index) ==
			quote_utterance(record, other);
	return is;
}

enum opposed opposed_words(const struct result *result, uint32_t quote, uint32_t other)
{
	const struct record *record = result->record;
	const struct quote *a = &record->quotes[quote], *b = &record->quotes[other];
	struct ref one = record_ref(THING_QUOTE, quote), two = record_ref(THING_QUOTE, other);
	if (a->kind == QUOTE_THESIS || b->kind == QUOTE_THESIS ||
		ref_same(a->speaker, b->speaker) ||
		quote_utterance(record, quote) == quote_utterance(record, other))
		return OPPOSED_NOT;
	if (opposed_answers(record, quote, other) || opposed_answers(record, other, quote) ||
		is_beside(result, one, two))
		return OPPOSED_DIRECT;
	return a->event == b->event && is_other_side(record, a, b) ? OPPOSED_SIDE : OPPOSED_NOT;
}

/* Goes on to the rendering of words that is selected; false where none is. */
static bool rendering_find(const struct result *result, uint32_t *quote)
{
	const uint32_t *next = result->record->renderings;
	uint32_t first = *quote;
	while (next && !result_has_quote(result, *quote) && next[*quote] != first)
		*quote = next[*quote];
	return result_has_quote(result, *quote);
}

/* Whether words stand against others that are selected, but for what answers them. */
static bool stands_against(const struct result *result, uint32_t quote)
{
	const struct record *record = result->record;
	const struct refs *answers = record->quotes[quote].answers;
	const struct event *event = &record->events[record->quotes[quote].event];
	bool against = false;
	for (uint32_t q = event->first_quote; q < event->first_quote + event->quote_count; q++)
		against = against ||
			(result_has_quote(result, q) && opposed_words(result, quote, q));
	for (uint32_t i = 0; answers && i < answers->count && !against; i++) {
		uint32_t other = answers->at[i].index;
		against = rendering_find(result, &other) && opposed_words(result, quote, other);
	}
	for (uint32_t n = 0; n < result->order_count && !against; n++) {
		const struct step *step = result->order_steps[n];
		for (uint32_t k = 0; step && step->compare && k < step->compare->count; k++)
			against = against ||
				(step->compare->at[k].thing == THING_QUOTE &&
					opposed_words(result, quote, step->compare->at[k].index));
	}
	return against;
}

const uint8_t *opposed_parties(struct arena *arena, const struct result *result)
{
	const struct record *record = result->record;
	uint8_t *bits = arena_alloc(arena, bits_size(record->counts[THING_QUOTE]), 1);
	for (uint32_t n = 0; n < result->quote_count; n++) {
		uint32_t quote = result->quotes ? result->quotes[n] : n;
		const struct refs *answers = record->quotes[quote].answers;
		if (record->quotes[quote].speaker.thing == THING_PARTY &&
			stands_against(result, quote))
			bit_set(bits, quote);
		for (uint32_t i = 0; answers && i < answers->count; i++) {
			uint32_t other = answers->at[i].index;
			if (rendering_find(result, &other) &&
				record->quotes[other].speaker.thing == THING_PARTY &&
				opposed_words(result, quote, other))
				bit_set(bits, other);
		}
	}
	return bits;
}
