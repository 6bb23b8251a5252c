/* Wrong talks are those near in time at which a theme of the words was not heard of. */
#include "query/choices_parts.h"

#include "base/bits.h"
#include "query/giveaway.h"
#include "query/positions.h"

#include <string.h>

enum { TALKS_NEAR = 10 * 365 }; /* days to the furthest */

/* Whether an era could be named for what is of another: it is called the same, or the event falls in it
 * as well. */
static bool could_be_of(const struct record *record, const struct event *event, uint32_t era)
{
	const struct era *other = &record->eras[era];
	return strcmp(other->title, record_name(record, event->era)) == 0 ||
		(other->date && other->date->earliest <= event->date->latest &&
			event->date->earliest <= other->date->latest);
}

/* Whether words of an era, or a stand there, are on a theme. */
static bool has_theme(const struct asking *asking, uint32_t era, uint32_t theme)
{
	size_t themes = asking->record->counts[THING_THEME];
	return bit_get(asking->known->themes, era * themes + theme);
}

/* Whether an era is one that the words could be of for who does not know, and by the record surely is not: it
 * lies near in time, and of their themes one at least is heard of there nowhere. Words without themes are
 * taken as they are. */
static bool is_other_talks(const struct asking *asking, const struct quote *quote, uint32_t era)
{
	const struct record *record = asking->record;
	const struct date *date = record->eras[era].date;
	if (date && choices_days_between(date, record->events[quote->event].date) > TALKS_NEAR)
		return false;
	bool other = !quote->themes || !quote->themes->count;
	for (uint32_t i = 0; !other && i < quote->themes->count; i++)
		other = !has_theme(asking, era, quote->themes->at[i].index);
	return other;
}

/* Whether an event is one of the talks of its era: stands were taken there, or where the record has none
 * of that era, several parties met. Others of an era lie in their time. */
static bool is_of_talks(const struct asking *asking, const struct event *event)
{
	bool stood = event->era.thing == THING_ERA &&
		bit_get(asking->known->stood, event->era.index);
	return stood ? positions_taken(event) > 0 : positions_of_several(event);
}

/* Those are talks by themselves; what one side announced at some may be spoken of for its own sake. */
static bool is_round(const struct asking *asking, const struct event *event)
{
	return is_of_talks(asking, event) && positions_of_several(event);
}

/* Whether the record has it that words were said at talks, of them, in answer to what was said there, or
 * for a stand there. */
static bool speaks_of_talks(const struct asking *asking, const struct quote *quote)
{
	const struct record *record = asking->record;
	bool speaks = is_of_talks(asking, &record->events[quote->event]) ||
		bit_get(asking->known->cited, record_quote_index(record, quote));
	for (uint32_t i = 0; quote->about && i < quote->about->count && !speaks; i++)
		speaks = quote->about->at[i].thing == THING_EVENT &&
			is_round(asking, &record->events[quote->about->at[i].index]);
	for (uint32_t i = 0; quote->answers && i < quote->answers->count && !speaks; i++)
		speaks = is_of_talks(
			asking, &record->events[record->quotes[quote->answers->at[i].index].event]);
	return speaks;
}

bool choices_talks(struct asking *asking, const struct quote *quote, struct question *question)
{
	const struct record *record = asking->record;
	struct ref right = record->events[quote->event].era;
	uint32_t order[QUESTION_ERAS], count = 0;
	if (!speaks_of_talks(asking, quote) || choices_hold_on(buf_string(&asking->folded)))
		return false;
	for (uint32_t i = 0; quote->about && i < quote->about->count; i++)
		if (quote->about->at[i].thing == THING_EVENT &&
			!ref_same(record->events[quote->about->at[i].index].era, right))
			return false; /* spoken at some talks, about others */
	const char *place = record->events[quote->event].location;
	if (right.thing != THING_ERA || choices_are_elsewhere(asking, quote) ||
		giveaway_has_year(quote->text) ||
		(place && giveaway_has_word_of(buf_string(&asking->folded), place)))
		return false;
	for (uint32_t i = 0; i < asking->known->era_count; i++) {
		const char *title = record->eras[asking->known->eras[i]].title;
		if (giveaway_has_word_of(buf_string(&asking->folded), title))
			return false;
		if (asking->known->eras[i] != right.index &&
			is_other_talks(asking, quote, asking->known->eras[i]) &&
			!could_be_of(record, &record->events[quote->event], asking->known->eras[i]))
			order[count++] = asking->known->eras[i];
	}
	lots_shuffle(asking->lots, order, count, count);
	bool taken[QUESTION_ERAS] = {false}, placed = right.index >= QUESTION_ERAS;
	for (uint32_t i = 0; i < count && i + 1 < QUESTION_CHOICES; i++)
		taken[order[i]] = true;
	/* They stand in the order of the file, which is that of time. */
	for (uint32_t era = 0; era < QUESTION_ERAS && !placed; era++) {
		if (era == right.index)
			question->right = question->count;
		if (era == right.index || taken[era])
			question->choices[question->count++].what = record_ref(THING_ERA, era);
	}
	return question->count > 1;
}
