/* Events by their titles and words by themselves, by lot, as long as they lie apart. */
#include "query/sheet_parts.h"

#include "base/bits.h"
#include "query/echoes.h"
#include "query/giveaway.h"
#include "query/scenes.h"
#include "query/sentence.h"

#include <stdlib.h>

enum {
	THINGS_LEAST = 3,
	SPAN_PARTS = 100, /* of the whole span, one lies between two of them */
	TRIES = 16,
	DAYS_CLOSE = 7,    /* from one to the next: nobody need know that by heart; */
	DAYS_OPEN = 60,    /* and where a date is open */
	MEANING_LEAST = 5, /* words that carry meaning, of what was said */
};

/* ---- titles ---- */

/* A day can be given for it, and its title does not give the year. */
static bool can_be_ordered(const struct event *event)
{
	return pool_has_days(event->date) && !giveaway_has_year(event->title);
}

/* A title, as a number that is the same for the same words. */
struct titled {
	uint64_t words;
	uint32_t event;
};

static int compare_titles(const void *left, const void *right)
{
	const struct titled *a = left, *b = right;
	return (a->words > b->words) - (a->words < b->words);
}

static uint64_t title_number(const char *title)
{
	uint64_t number = UINT64_C(0xcbf29ce484222325);
	struct sentence_word word;
	while (sentence_next(&title, &word))
		number = (number ^ word.hash) * UINT64_C(0x100000001b3);
	return number;
}

/* A bit for each event that is called like another of the record: nobody can tell which is meant. */
static const uint8_t *namesakes_find(const struct sheet_making *making)
{
	const struct record *record = making->record;
	uint32_t events = record->counts[THING_EVENT], count = 0;
	uint8_t *shared = arena_alloc(making->arena, bits_size(events), 1);
	struct titled *titles = arena_alloc(making->arena, events, sizeof *titles);
	for (uint32_t i = 0; i < events; i++)
		if (!record_hides(record, record_ref(THING_EVENT, i)))
			titles[count++] = (struct titled){title_number(record->events[i].title), i};
	if (count)
		qsort(titles, count, sizeof *titles, compare_titles);
	for (uint32_t i = 1; i < count; i++)
		if (titles[i].words == titles[i - 1].words) {
			bit_set(shared, titles[i].event);
			bit_set(shared, titles[i - 1].event);
		}
	return shared;
}

/* ---- what can be asked ---- */

/* What may be put in order, as it is found. */
struct candidates {
	struct ref *at;
	uint32_t count;
};

static void event_add(const struct sheet_making *making, const uint8_t *namesakes, uint32_t index,
	struct candidates *found)
{
	if (can_be_ordered(&making->record->events[index]) && !bit_get(namesakes, index))
		found->at[found->count++] = record_ref(THING_EVENT, index);
}

/* Sets the bits of the events whose titles a plan shows: those laid side by side, and those that have a
 * scene before their words, or have none. */
static const uint8_t *titles_find(const struct sheet_making *making)
{
	const struct result *result = making->result;
	const struct record *record = making->record;
	size_t size = bits_size(record->counts[THING_EVENT]);
	uint8_t *titles = arena_alloc(making->arena, size, 1);
	uint8_t *listed = arena_alloc(making->arena, size, 1);
	for (uint32_t n = 0; n < result->order_count; n++)
		if (result->order[n].thing == THING_QUOTE)
			bit_set(listed, record->quotes[result->order[n].index].event);
	for (uint32_t n = 0; n < result->order_count; n++) {
		const struct step *step = result->order_steps[n];
		const struct refs *two = step ? step->compare : NULL;
		struct ref ref = result->order[n];
		for (uint32_t k = 0; two && k < two->count; k++)
			if (two->at[k].thing == THING_EVENT)
				bit_set(titles, two->at[k].index);
		if (ref.thing == THING_EVENT &&
			(bit_get(listed, ref.index) ||
				!result_quote(result, &record->events[ref.index], 0)))
			bit_set(titles, ref.index);
	}
	return titles;
}

static bool was_asked(const struct sheet_making *making, uint32_t quote)
{
	const struct record *record = making->record;
	const struct sheet_match *const asked[] = {&making->sheet->who, &making->sheet->whose};
	for (int kind = 0; kind < 2; kind++)
		for (uint32_t i = 0; i < asked[kind]->count; i++) {
			uint32_t other = asked[kind]->quotes[i];
			if (quote_utterance(record, quote) == quote_utterance(record, other) ||
				echoes_alike(
					record->quotes[quote].text, record->quotes[other].text))
				return true;
		}
	return false;
}

/* A report stands in a sentence of its source; exact words are to be one, or nobody knows of what. */
static bool tells_of_what(const struct quote *quote)
{
	return quote->kind != QUOTE_QUOTATION || sentence_is_whole(quote->text);
}

/* Words whose day is known and does not stand in them, that say enough by themselves. */
static bool can_be_placed(
	const struct sheet_making *making, const struct quote *quote, uint32_t words_most)
{
	const struct record *record = making->record;
	const char *language = quote->language ? quote->language : record->language;
	return (quote->kind == QUOTE_QUOTATION || quote->kind == QUOTE_PARAPHRASE) &&
		quote->status <= STATUS_ATTRIBUTED && pool_has_day_said(record, quote) &&
		!giveaway_has_year(quote->text) && pool_words(quote->text) <= words_most &&
		sentence_meaning(quote->text, MEANING_LEAST) == MEANING_LEAST &&
		tells_of_what(quote) && !sentence_points_out(quote->text, language);
}

/* Adds what of the words of a plan can be placed, and was said once. */
static void words_find(
	const struct sheet_making *making, uint32_t words_most, struct candidates *found)
{
	const struct result *result = making->result;
	uint32_t *quotes = sheet_numbers(making, POOL_MOST), count = 0;
	struct echo echoed[POOL_MOST] = {{false, false}};
	for (uint32_t n = 0; n < result->quote_count && count < POOL_MOST; n++) {
		uint32_t quote = result->quotes ? result->quotes[n] : n;
		if (can_be_placed(making, &making->record->quotes[quote], words_most) &&
			!result_waits(result, record_ref(THING_QUOTE, quote)) &&
			!was_asked(making, quote))
			quotes[count++] = quote;
	}
	echoes_find(making->arena, making->record, quotes, count, echoed);
	for (uint32_t i = 0; i < count; i++)
		if (!echoed[i].elsewhere && !echoed[i].by_another)
			found->at[found->count++] = record_ref(THING_QUOTE, quotes[i]);
}

static void candidates_find(
	const struct sheet_making *making, uint32_t words_most, struct candidates *found)
{
	const struct result *result = making->result;
	const uint8_t *namesakes = namesakes_find(making);
	bool planned = scenes_are_named(result);
	const uint8_t *titles = planned ? titles_find(making) : NULL;
	size_t most = (size_t)result->event_count + (planned ? POOL_MOST : 0);
	found->at = arena_alloc(making->arena, most, sizeof *found->at);
	for (uint32_t row = 0; row < result->event_count; row++) {
		uint32_t event = record_event_index(making->record, result_event(result, row));
		if (!titles || bit_get(titles, event))
			event_add(making, namesakes, event, found);
	}
	if (planned)
		words_find(making, words_most, found);
}

/* The words whose speakers are asked for, if their days are known and they tell of what they are. */
static void asked_find(const struct sheet_making *making, struct candidates *found)
{
	const struct record *record = making->record;
	const struct sheet_match *who = &making->sheet->who;
	struct echo *echoed = arena_alloc(making->arena, who->count, sizeof *echoed);
	found->at = arena_alloc(making->arena, who->count, sizeof *found->at);
	found->count = 0;
	echoes_find(making->arena, record, who->quotes, who->count, echoed);
	for (uint32_t i = 0; i < who->count; i++) {
		const struct quote *quote = &record->quotes[who->quotes[i]];
		if (pool_has_day_said(record, quote) && !giveaway_has_year(quote->text) &&
			tells_of_what(quote) && !echoed[i].elsewhere)
			found->at[found->count++] = record_ref(THING_QUOTE, who->quotes[i]);
	}
}

/* ---- the draw ---- */

static const char *text_of(const struct record *record, struct ref thing)
{
	return thing.thing == THING_EVENT ? record->events[thing.index].title
					  : record->quotes[thing.index].text;
}

/* How far apart they are to lie, of those found: no days between centuries. */
static int64_t days_apart(const struct record *record, const struct candidates *found)
{
	int64_t first = INT64_MAX, last = INT64_MIN;
	for (uint32_t i = 0; i < found->count; i++) {
		const struct date *date = sheet_when(record, found->at[i]);
		first = date->earliest < first ? date->earliest : first;
		last = date->latest > last ? date->latest : last;
	}
	return found->count && (last - first) / SPAN_PARTS > 1 ? (last - first) / SPAN_PARTS : 1;
}

/* Whether it answers what the same sheet asks elsewhere. */
static bool answers(const struct sheet_making *making, struct ref thing)
{
	const struct sheet *sheet = making->sheet;
	if (sheet->order.again)
		return false;
	if (sheet_names_asked(making, text_of(making->record, thing)))
		return true;
	for (uint32_t i = 0; thing.thing == THING_QUOTE && i < sheet->change_count; i++)
		if (sheet_tells_change(making->record, &sheet->changes[i], thing.index))
			return true;
	return false;
}

static bool is_exact(const struct date *date)
{
	return date->earliest == date->latest && date->certainty == DATE_EXACT;
}

bool sheet_order_weak(const struct date *a, const struct date *b)
{
	int64_t days = a->earliest < b->earliest ? b->earliest - a->latest
						 : a->earliest - b->latest;
	return days <= (is_exact(a) && is_exact(b) ? DAYS_CLOSE : DAYS_OPEN);
}

/* Takes things as they come that lie apart from all those taken, and answer nothing that is asked. */
static void things_take(const struct sheet_making *making, const struct candidates *found,
	const uint32_t *lots, int64_t apart, uint32_t most, bool weak)
{
	const struct record *record = making->record;
	struct sheet_order *order = &making->sheet->order;
	order->count = 0;
	for (uint32_t i = 0; i < found->count && order->count < most; i++) {
		struct ref thing = found->at[lots[i]];
		const struct date *date = sheet_when(record, thing);
		uint32_t k = 0;
		while (k < order->count &&
			pool_lie_apart(date, sheet_when(record, order->things[k]), apart) &&
			(weak || !sheet_order_weak(date, sheet_when(record, order->things[k]))))
			k++;
		if (k == order->count && !answers(making, thing))
			order->things[order->count++] = thing;
	}
}

static void things_rank(const struct record *record, struct sheet_order *order)
{
	for (uint32_t i = 0; i < order->count; i++) {
		order->words += order->things[i].thing == THING_QUOTE;
		for (uint32_t k = 0; k < order->count; k++)
			order->ranks[i] += sheet_when(record, order->things[k])->earliest <
				sheet_when(record, order->things[i])->earliest;
	}
}

/* Each has its lot; where what came first left room for too few, it is drawn again; and at last with what
 * lies close together. */
static void order_draw(
	const struct sheet_making *making, const struct candidates *found, uint32_t most)
{
	struct sheet_order *order = &making->sheet->order;
	uint32_t *lots = sheet_numbers(making, found->count);
	int64_t apart = days_apart(making->record, found);
	order->things = arena_alloc(making->arena, most, sizeof *order->things);
	order->ranks = sheet_numbers(making, most);
	for (uint32_t i = 0; i < found->count; i++)
		lots[i] = i;
	for (int tries = 0; tries < 2 * TRIES && order->count < THINGS_LEAST; tries++) {
		lots_shuffle(making->lots, lots, found->count, found->count);
		things_take(making, found, lots, apart, most, tries >= TRIES);
	}
	if (order->count < THINGS_LEAST)
		order->count = 0;
}

/* In the order in which the words stand above. */
static void order_as_asked(struct sheet *sheet)
{
	struct sheet_order *order = &sheet->order;
	uint32_t at = 0;
	for (uint32_t i = 0; order->count && i < sheet->who.count; i++) {
		struct ref words = record_ref(THING_QUOTE, sheet->who.quotes[i]);
		uint32_t k = at;
		while (k < order->count && !ref_same(order->things[k], words))
			k++;
		if (k == order->count)
			continue;
		order->things[k] = order->things[at];
		order->things[at++] = words;
	}
}

void sheet_order_make(const struct sheet_making *making, uint32_t most, uint32_t words_most)
{
	struct sheet_order *order = &making->sheet->order;
	struct candidates found = {NULL, 0};
	candidates_find(making, words_most, &found);
	order_draw(making, &found, most);
	order->again = !order->count;
	if (order->again) {
		asked_find(making, &found);
		order_draw(making, &found, most);
		order_as_asked(making->sheet);
	}
	things_rank(making->record, order);
}
