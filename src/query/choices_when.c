/* Wrong dates are others of the record, from the nearest on, that lie apart from the right one and each
 * other. */
#include "query/choices_parts.h"

#include "base/bits.h"
#include "query/echoes.h"
#include "query/giveaway.h"
#include "query/sentence.h"

#include <stdlib.h>
#include <string.h>

enum {
	THEN = 16, /* quotations before and after one of another day, which may be those words again */
	DAYS_APART = 60, /* between dates to choose from, where the record is long */
	DAYS_BESIDE = 8, /* at least, between two of the same weeks */
	DAYS_NEAR = 4 *
		365, /* or a fifteenth of its span: no wrong date is further off, where one is near */
	DATES_NEAR = 6,
	NAME_LETTERS = 4,
};

/* Dates to choose from: those of all quotations, or of a draw from many; and how far apart they are
 * to be. */
void choices_dates_gather(struct asking *asking)
{
	const struct record *record = asking->record;
	uint32_t total = record->counts[THING_QUOTE];
	int64_t first = INT64_MAX, last = INT64_MIN, heard_first = INT64_MAX,
		heard_last = INT64_MIN;
	for (uint32_t i = 0; i < total && i < DATES_MOST; i++) {
		uint32_t q = total > DATES_MOST ? lots_below(asking->lots, total) : i;
		const struct date *date = quote_said(record, &record->quotes[q]);
		if (!result_has_quote(asking->wider, q) || !pool_has_days(date))
			continue;
		asking->dated[asking->date_count] = q;
		asking->dates[asking->date_count++] = (struct question_choice){
			.date = date, .old_style = quote_said_os(record, &record->quotes[q])};
		first = date->earliest < first ? date->earliest : first;
		last = date->latest > last ? date->latest : last;
		if (asking->heard && result_has_quote(asking->shown, q)) {
			heard_first = date->earliest < heard_first ? date->earliest : heard_first;
			heard_last = date->latest > heard_last ? date->latest : heard_last;
		}
	}
	int64_t span = asking->date_count ? last - first : 0, parts = span / 40;
	if (heard_last >= heard_first) /* which a class could tell apart, having been shown them */
		parts = (heard_last - heard_first) / 80;
	asking->apart = parts > DAYS_APART ? DAYS_APART : parts;
	asking->near = span / 15 > DAYS_NEAR ? span / 15 : DAYS_NEAR;
}

/* A date to choose from, and how far it is from the right one. */
struct near_date {
	int64_t days;
	uint32_t lot, at;
};

static int compare_near(const void *left, const void *right)
{
	const struct near_date *a = left, *b = right;
	if (a->days != b->days)
		return a->days < b->days ? -1 : 1;
	return (a->lot > b->lot) - (a->lot < b->lot);
}

/* Whether who spoke the words says nearly the same where another quotation stands: in a long record that
 * was not looked for. */
static bool is_said_then(const struct record *record, const struct quote *quote, uint32_t then)
{
	uint32_t total = record->counts[THING_QUOTE];
	uint32_t from = then > THEN ? then - THEN : 0;
	uint32_t to = then + THEN < total ? then + THEN : total;
	bool said = false;
	for (uint32_t q = total > ECHOES_WHOLE ? from : to; q < to && !said; q++)
		said = ref_same(record->quotes[q].speaker, quote->speaker) &&
			echoes_alike(quote->text, record->quotes[q].text);
	return said;
}

/* Whether a word that only names have, with a capital inside a sentence or out of it, stands in where an event
 * was or in its title. */
static bool is_of_event(const struct event *event, const char *word)
{
	struct buf folded = {0};
	bool is = giveaway_has_word_of(giveaway_folded(&folded, event->title), word) ||
		(event->location &&
			giveaway_has_word_of(giveaway_folded(&folded, event->location), word));
	buf_free(&folded);
	return is;
}

/* The first day on which the record has what the words name: nobody speaks of Bucha before what was there.
 * Not looked for where the record is long: dates lie near there. */
static int64_t named_since(const struct asking *asking, const struct quote *quote)
{
	const struct record *record = asking->record;
	const struct date *said = quote_said(record, quote);
	const char *text = quote->text;
	struct sentence_word word;
	int64_t since = INT64_MIN;
	bool is_long = record->counts[THING_QUOTE] > ECHOES_WHOLE ||
		record->counts[THING_EVENT] > ECHOES_WHOLE;
	while (!is_long && sentence_next(&text, &word)) {
		struct buf name = {0};
		int64_t first = INT64_MAX;
		buf_add(&name, word.at, word.len);
		bool capital = *word.at >= 'A' && *word.at <= 'Z' && word.columns >= NAME_LETTERS;
		for (uint32_t i = 0; capital && i < record->counts[THING_EVENT]; i++)
			if (record->events[i].date->earliest < first &&
				!record_hides(record, record_ref(THING_EVENT, i)) &&
				is_of_event(&record->events[i], buf_string(&name)))
				first = record->events[i].date->earliest;
		buf_free(&name);
		if (first <= said->earliest && first > since)
			since = first;
	}
	return since;
}

/* Notes dates from the nearest on that lie apart from the right one and each other; none that is far, or
 * before what the words name: then they could not have been spoken. */
static uint32_t dates_near(
	const struct asking *asking, const struct question *question, int64_t since, uint32_t *near)
{
	struct near_date by[DATES_MOST];
	uint32_t count = 0;
	int64_t limit = asking->near;
	for (uint32_t i = 0; i < asking->date_count; i++)
		by[i] = (struct near_date){
			choices_days_between(asking->dates[i].date, question->choices[0].date),
			lots_below(asking->lots, UINT32_MAX), i};
	if (asking->date_count)
		qsort(by, asking->date_count, sizeof *by, compare_near);
	/* Of a lesson what it showed first, lest a year give the right one away. */
	uint32_t passes = asking->heard ? 2 : 1;
	for (uint32_t n = 0; n < passes * asking->date_count && count < DATES_NEAR; n++) {
		uint32_t i = n % asking->date_count;
		const struct date *date = asking->dates[by[i].at].date;
		bool shown = result_has_quote(asking->shown, asking->dated[by[i].at]);
		if (n >= asking->date_count && count >= QUESTION_CHOICES - 1)
			break;
		if (asking->heard && shown != (n < asking->date_count))
			continue;
		if (by[i].days > limit && !count && n + 1 > (passes - 1) * asking->date_count)
			limit = POOL_DAYS_FAR;
		if (by[i].days > limit)
			continue;
		bool lies = date->latest >= since &&
			pool_lie_apart(question->choices[0].date, date, asking->apart);
		for (uint32_t k = 0; k < count && lies; k++)
			lies = pool_lie_apart(asking->dates[near[k]].date, date, asking->apart);
		if (lies &&
			!is_said_then(asking->record, &asking->record->quotes[question->quote],
				asking->dated[by[i].at]))
			near[count++] = by[i].at;
	}
	return count;
}

/* A date of the same weeks as one of those that stand there, further from each than a week. */
static bool beside_take(const struct asking *asking, struct question *question, int64_t since)
{
	const struct quote *quote = &asking->record->quotes[question->quote];
	uint32_t anchor = lots_below(asking->lots, question->count), found = 0, at = 0;
	for (uint32_t i = 0; i < asking->date_count; i++) {
		const struct date *date = asking->dates[i].date;
		bool lies = date->latest >= since &&
			(!asking->heard || result_has_quote(asking->shown, asking->dated[i])) &&
			!pool_lie_apart(question->choices[anchor].date, date, asking->apart);
		for (uint32_t k = 0; k < question->count && lies; k++)
			lies = pool_lie_apart(question->choices[k].date, date,
				k == anchor ? DAYS_BESIDE : asking->apart);
		if (lies && !is_said_then(asking->record, quote, asking->dated[i]) &&
			lots_below(asking->lots, ++found) == 0)
			at = i;
	}
	if (found)
		question->choices[question->count++] = asking->dates[at];
	return found > 0;
}

/* Of those that are near any, so that the right one is the first as often as the last; and the last one beside
 * another, or beside the right one, which would else be the only one of its round. */
static void dates_take(const struct asking *asking, struct question *question)
{
	int64_t since = named_since(asking, &asking->record->quotes[question->quote]);
	uint32_t near[DATES_NEAR], count = dates_near(asking, question, since, near);
	lots_shuffle(asking->lots, near, count, count);
	for (uint32_t i = 0; i < count && question->count < QUESTION_CHOICES; i++) {
		bool last = question->count == QUESTION_CHOICES - 1;
		if (last && asking->apart > 2 * DAYS_BESIDE && beside_take(asking, question, since))
			return;
		question->choices[question->count++] = asking->dates[near[i]];
	}
}

/* Dates stand in the order of time. */
static void choices_sort(struct question *question)
{
	for (uint32_t i = 1; i < question->count; i++)
		for (uint32_t k = i; k > 0 &&
			question->choices[k].date->earliest <
				question->choices[k - 1].date->earliest;
			k--) {
			struct question_choice choice = question->choices[k];
			question->choices[k] = question->choices[k - 1];
			question->choices[k - 1] = choice;
			if (question->right >= k - 1 && question->right <= k)
				question->right = question->right == k ? k - 1 : k;
		}
}

/* Whether the speaker held another office elsewhere in the record: then this one tells of the time. */
static bool has_offices(const struct asking *asking, const struct quote *quote)
{
	return quote->role && quote->speaker.thing == THING_PERSON &&
		bit_get(asking->known->offices, quote->speaker.index);
}

bool choices_when(struct asking *asking, const struct quote *quote, struct question *question)
{
	const struct date *said = quote_said(asking->record, quote);
	if (!pool_has_day_said(asking->record, quote) || giveaway_has_year(quote->text) ||
		giveaway_has_day(buf_string(&asking->folded)) ||
		choices_are_elsewhere(asking, quote) ||
		choices_hold_on(buf_string(&asking->folded)))
		return false;
	question->choices[question->count++] = (struct question_choice){
		.date = said, .old_style = quote_said_os(asking->record, quote)};
	dates_take(asking, question);
	choices_sort(question);
	question->offices = has_offices(asking, quote);
	return question->count > 1;
}
