/* A timeline is walked as it lies. Of a view the list is made at once, with a bit for each thing that stands
 * in it: an event comes where it or the first of its quotations is shown, and brings those that are not
 * shown themselves; what is laid side by side comes where that is done. */
#include "query/sequence.h"

#include "base/bits.h"
#include "base/memory.h"

#include <stdlib.h>

struct listing {
	const struct result *result;
	struct sequence *to;
	uint8_t *events, *quotes;             /* that stand in the list */
	uint8_t *shown_events, *shown_quotes; /* that are shown themselves */
};

static void put(struct listing *listing, uint8_t *bits, struct ref ref)
{
	if (bit_get(bits, ref.index))
		return;
	bit_set(bits, ref.index);
	listing->to->refs[listing->to->count++] = ref;
}

static void event_put(struct listing *listing, uint32_t index, bool with_words)
{
	const struct result *result = listing->result;
	const struct event *event = &result->record->events[index];
	if (result_row(result, index) < 0)
		return;
	put(listing, listing->events, record_ref(THING_EVENT, index));
	for (uint32_t n = 0; with_words && n < event->quote_count; n++) {
		uint32_t quote = event->first_quote + n;
		if (result_has_quote(result, quote) && !bit_get(listing->shown_quotes, quote))
			put(listing, listing->quotes, record_ref(THING_QUOTE, quote));
	}
}

static void quote_put(struct listing *listing, uint32_t index)
{
	const struct result *result = listing->result;
	if (!result_has_quote(result, index))
		return;
	put(listing, listing->events, record_ref(THING_EVENT, result->record->quotes[index].event));
	put(listing, listing->quotes, record_ref(THING_QUOTE, index));
}

static void view_put(struct listing *listing)
{
	const struct result *result = listing->result;
	for (uint32_t n = 0; n < result->order_count; n++) {
		const struct step *step = result->order_steps[n];
		const struct refs *two = step ? step->compare : NULL;
		struct ref ref = result->order[n];
		for (uint32_t i = 0; two && i < two->count; i++)
			if (two->at[i].thing == THING_EVENT)
				event_put(listing, two->at[i].index,
					!bit_get(listing->shown_events, two->at[i].index));
			else
				quote_put(listing, two->at[i].index);
		if (ref.thing == THING_EVENT)
			event_put(listing, ref.index, true);
		else if (ref.thing == THING_QUOTE)
			quote_put(listing, ref.index);
	}
}

static void shown_mark(struct listing *listing, struct ref ref)
{
	if (ref.thing == THING_EVENT)
		bit_set(listing->shown_events, ref.index);
	else if (ref.thing == THING_QUOTE)
		bit_set(listing->shown_quotes, ref.index);
}

void sequence_begin(struct sequence *sequence, const struct result *result)
{
	*sequence = (struct sequence){.result = result};
	if (!result->order)
		return;
	const struct record *record = result->record;
	size_t events = bits_size(record->counts[THING_EVENT]);
	size_t quotes = bits_size(record->counts[THING_QUOTE]);
	struct listing listing = {result, sequence, mem_zero(events, 1), mem_zero(quotes, 1),
		mem_zero(events, 1), mem_zero(quotes, 1)};
	sequence->refs = mem_alloc(
		((size_t)result->event_count + result->quote_count + 1) * sizeof *sequence->refs);
	for (uint32_t n = 0; n < result->order_count; n++)
		shown_mark(&listing, result->order[n]);
	view_put(&listing);
	for (uint32_t row = 0; row < result->event_count; row++)
		event_put(&listing, record_event_index(record, result_event(result, row)), true);
	free(listing.events);
	free(listing.quotes);
	free(listing.shown_events);
	free(listing.shown_quotes);
}

bool sequence_next(struct sequence *sequence, struct ref *ref)
{
	const struct result *result = sequence->result;
	const struct record *record = result->record;
	if (sequence->refs) {
		if (sequence->at == sequence->count)
			return false;
		*ref = sequence->refs[sequence->at++];
		return true;
	}
	if (sequence->row == result->event_count)
		return false;
	const struct event *event = result_event(result, sequence->row);
	*ref = sequence->next
		? record_quote_ref(record, result_quote(result, event, sequence->next - 1))
		: record_event_ref(record, event);
	if (sequence->next++ == result_quote_count(result, event)) {
		sequence->next = 0;
		sequence->row++;
	}
	return true;
}

void sequence_end(struct sequence *sequence)
{
	free(sequence->refs);
}
