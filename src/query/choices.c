/* What is known before the first question: of all words and events of a record once, and anew for each round
 * the dates, which are drawn by lot where there are many. */
#include "query/choices_parts.h"

#include "base/bits.h"
#include "query/giveaway.h"
#include "query/positions.h"

#include <string.h>

/* ---- what parts of it ask ---- */

int64_t choices_days_between(const struct date *a, const struct date *b)
{
	return a->latest < b->earliest    ? b->earliest - a->latest
		: b->latest < a->earliest ? a->earliest - b->latest
					  : 0;
}

bool choices_are_elsewhere(const struct asking *asking, const struct quote *quote)
{
	return bit_get(asking->pool.elsewhere, record_quote_index(asking->record, quote));
}

bool choices_hold_on(const char *folded)
{
	static const char *const says[] = {"unchanged", "has not changed", "have not changed",
		"remains the same", "as before"};
	bool holds = false;
	for (size_t i = 0; i < sizeof says / sizeof *says && !holds; i++)
		holds = giveaway_has_phrase(folded, says[i]);
	return holds;
}

/* ---- what is known of all ---- */

static void eras_gather(const struct result *wider, struct questions_known *known)
{
	const struct record *record = wider->record;
	uint32_t eras = record->counts[THING_ERA] < QUESTION_ERAS ? record->counts[THING_ERA]
								  : QUESTION_ERAS;
	bool held[QUESTION_ERAS] = {false};
	for (uint32_t row = 0; eras && row < wider->event_count; row++) {
		struct ref era = result_event(wider, row)->era;
		if (era.thing == THING_ERA && era.index < eras && !held[era.index]) {
			held[era.index] = true;
			known->eras[known->era_count++] = era.index;
		}
	}
}

/* Where stands were taken at talks, and which words they rest on. */
static void stands_gather(const struct record *record, struct questions_known *known)
{
	uint8_t *stood = arena_alloc(&known->arena, bits_size(record->counts[THING_ERA]), 1);
	uint8_t *cited = arena_alloc(&known->arena, bits_size(record->counts[THING_QUOTE]), 1);
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		uint32_t taken = positions_taken(event);
		if (taken && event->era.thing == THING_ERA)
			bit_set(stood, event->era.index);
		for (uint32_t k = 0; k < taken; k++)
			if (event->positions->at[k].quote.thing == THING_QUOTE)
				bit_set(cited, event->positions->at[k].quote.index);
	}
	known->stood = stood;
	known->cited = cited;
}

/* What was spoken of in each era. */
static void themes_gather(const struct record *record, struct questions_known *known)
{
	size_t themes = record->counts[THING_THEME], eras = record->counts[THING_ERA];
	uint8_t *bits = arena_alloc(&known->arena, bits_size(themes * eras), 1);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		const struct quote *quote = &record->quotes[i];
		struct ref era = record->events[quote->event].era;
		for (uint32_t k = 0;
			era.thing == THING_ERA && quote->themes && k < quote->themes->count; k++)
			bit_set(bits, era.index * themes + quote->themes->at[k].index);
	}
	for (uint32_t i = 0; i < record->counts[THING_EVENT]; i++) {
		const struct event *event = &record->events[i];
		for (uint32_t k = 0; event->era.thing == THING_ERA && k < positions_taken(event);
			k++)
			bit_set(bits,
				event->era.index * themes + event->positions->at[k].issue.index);
	}
	known->themes = bits;
}

/* Who has views, and who spoke as holder of several offices. */
static void people_gather(const struct record *record, struct questions_known *known)
{
	struct arena scratch = {0};
	uint32_t people = record->counts[THING_PERSON];
	uint8_t *writers = arena_alloc(&known->arena, bits_size(people), 1);
	uint8_t *offices = arena_alloc(&known->arena, bits_size(people), 1);
	const char **first = arena_alloc(&scratch, people, sizeof *first);
	for (uint32_t i = 0; i < record->counts[THING_QUOTE]; i++) {
		const struct quote *quote = &record->quotes[i];
		uint32_t person = quote->speaker.index;
		if (quote->speaker.thing != THING_PERSON)
			continue;
		if (quote->kind == QUOTE_THESIS)
			bit_set(writers, person);
		if (!quote->role || record_hides(record, record_ref(THING_QUOTE, i)))
			continue;
		if (first[person] && strcmp(first[person], quote->role) != 0)
			bit_set(offices, person);
		first[person] = first[person] ? first[person] : quote->role;
	}
	arena_free(&scratch);
	known->writers = writers;
	known->offices = offices;
}

void choices_begin(struct asking *asking)
{
	choices_dates_gather(asking);
	if (asking->known->record == asking->record)
		return;
	asking->known->record = asking->record;
	eras_gather(asking->wider, asking->known);
	stands_gather(asking->record, asking->known);
	people_gather(asking->record, asking->known);
	themes_gather(asking->record, asking->known);
}
