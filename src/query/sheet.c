/* Words and views come from a fair draw of their pools (pool.h); events by lot, as long as they lie
 * apart. */
#include "query/sheet.h"

#include "base/bits.h"
#include "query/echoes.h"
#include "query/giveaway.h"
#include "query/pool.h"
#include "query/scenes.h"
#include "query/sentence.h"

#include <stdlib.h>

enum {
	MATCH_LEAST = 2,
	EVENTS_LEAST = 3,
	SPAN_PARTS = 100, /* of the whole span, one lies between two events */
	TRIES = 16,
	SPARE_TRIES = 256,
	SPARE_NAMES = 2, /* more than words: else the last goes by what is left */
	ROUND_DAYS = 60, /* two meetings nearer than this are of one round */
};

/* A sheet while it is made. */
struct drawing {
	struct arena *arena;
	const struct result *result;
	const struct record *record;
	struct lots *lots;
};

static uint32_t *numbers(const struct drawing *drawing, uint32_t count)
{
	return arena_alloc(drawing->arena, count, sizeof(uint32_t));
}

/* ---- words and names ---- */

static struct ref voice_at(const struct drawing *drawing, uint32_t quote)
{
	return pool_voice(&drawing->record->quotes[quote]);
}

/* Whether a name goes with those of the match, and with its words: right for its own alone. */
static bool name_fits(
	const struct drawing *drawing, const struct sheet_match *match, struct ref name)
{
	const struct record *record = drawing->record;
	for (uint32_t i = 0; i < match->name_count; i++)
		if (!ref_same(match->names[i], name) &&
			pool_same_voice(record, match->names[i], name))
			return false;
	for (uint32_t i = 0; i < match->count; i++)
		if (!ref_same(voice_at(drawing, match->quotes[i]), name) &&
			pool_could_be(record, &record->quotes[match->quotes[i]], name))
			return false;
	return true;
}

static bool words_fit(
	const struct drawing *drawing, const struct sheet_match *match, uint32_t quote)
{
	const struct record *record = drawing->record;
	struct ref voice = voice_at(drawing, quote);
	for (uint32_t i = 0; i < match->count; i++)
		if (quote_utterance(record, quote) == quote_utterance(record, match->quotes[i]) ||
			echoes_alike(
				record->quotes[quote].text, record->quotes[match->quotes[i]].text))
			return false;
	for (uint32_t i = 0; i < match->name_count; i++)
		if (!ref_same(match->names[i], voice) &&
			pool_could_be(record, &record->quotes[quote], match->names[i]))
			return false;
	return name_fits(drawing, match, voice);
}

static uint32_t name_index(const struct sheet_match *match, struct ref name)
{
	uint32_t at = 0;
	while (at < match->name_count && !ref_same(match->names[at], name))
		at++;
	return at;
}

static void name_add(struct sheet_match *match, struct ref name)
{
	uint32_t at = name_index(match, name);
	match->names[at] = name;
	match->name_count += at == match->name_count;
}

/* The names by lot, so that their order tells nothing, and which of them is right. */
static void match_letter(const struct drawing *drawing, struct sheet_match *match)
{
	uint32_t *order = numbers(drawing, match->name_count);
	struct ref *names = arena_alloc(drawing->arena, match->name_count, sizeof *names);
	for (uint32_t i = 0; i < match->name_count; i++)
		order[i] = i;
	lots_shuffle(drawing->lots, order, match->name_count, match->name_count);
	for (uint32_t i = 0; i < match->name_count; i++)
		names[i] = match->names[order[i]];
	match->names = names;
	match->letters = numbers(drawing, match->count);
	for (uint32_t i = 0; i < match->count; i++)
		match->letters[i] = name_index(match, voice_at(drawing, match->quotes[i]));
}

static void words_add(const struct drawing *drawing, struct sheet_match *match, uint32_t quote)
{
	match->quotes[match->count++] = quote;
	match->reports += drawing->record->quotes[quote].kind == QUOTE_PARAPHRASE;
	name_add(match, voice_at(drawing, quote));
}

/* The one of the front of the pool, or where it does not go with those taken, one of the same side
 * from behind the front. */
static void words_take(const struct drawing *drawing, struct sheet_match *match,
	const struct pool *pool, uint32_t front, uint32_t at)
{
	const struct record *record = drawing->record;
	struct ref side = pool_side(record, &record->quotes[pool->quotes[at]]);
	if (words_fit(drawing, match, pool->quotes[at])) {
		words_add(drawing, match, pool->quotes[at]);
		return;
	}
	for (uint32_t i = front; i < pool->count; i++) {
		uint32_t quote = pool->quotes[i];
		if (!ref_same(pool_side(record, &record->quotes[quote]), side) ||
			!words_fit(drawing, match, quote))
			continue;
		words_add(drawing, match, quote);
		return;
	}
}

static uint32_t side_count(
	const struct drawing *drawing, const struct sheet_match *match, uint32_t quote)
{
	const struct record *record = drawing->record;
	struct ref side = pool_side(record, &record->quotes[quote]);
	uint32_t count = 0;
	for (uint32_t i = 0; i < match->count; i++)
		count += ref_same(pool_side(record, &record->quotes[match->quotes[i]]), side);
	return count;
}

/* Where none of a side goes with those taken, one of the side that has fewest there: false where
 * nothing goes with them. */
static bool words_fill(const struct drawing *drawing, struct sheet_match *match,
	const struct pool *pool, uint32_t front)
{
	uint32_t best = pool->count, fewest = UINT32_MAX;
	for (uint32_t i = front; i < pool->count; i++) {
		uint32_t here = side_count(drawing, match, pool->quotes[i]);
		if (here < fewest && words_fit(drawing, match, pool->quotes[i])) {
			best = i;
			fewest = here;
		}
	}
	if (best < pool->count)
		words_add(drawing, match, pool->quotes[best]);
	return best < pool->count;
}

/* Lists a name if there is room and it goes with the words. */
static void spare_add(const struct drawing *drawing, struct sheet_match *match, struct ref name)
{
	if (match->name_count < match->count + SPARE_NAMES && name_fits(drawing, match, name))
		name_add(match, name);
}

/* Of what else is shown: who speaks, or for views what is quoted from, by lot. */
static void spares_add(const struct drawing *drawing, bool views, struct sheet_match *match)
{
	const struct result *result = drawing->result;
	uint32_t count = result->quote_count;
	uint32_t tries = count < SPARE_TRIES ? count : SPARE_TRIES;
	uint32_t *order = numbers(drawing, count);
	for (uint32_t i = 0; i < count; i++)
		order[i] = result->quotes ? result->quotes[i] : i;
	lots_shuffle(drawing->lots, order, count, tries);
	for (uint32_t i = 0; i < tries; i++) {
		const struct quote *quote = &drawing->record->quotes[order[i]];
		struct ref name = views ? quote->source : quote->speaker;
		if (name.thing == (views ? THING_SOURCE : THING_PERSON) &&
			!result_waits(result, record_ref(THING_QUOTE, order[i])))
			spare_add(drawing, match, name);
	}
}

/* More names than words, where the pool has them: of the others each could have spoken too. */
static void match_make(const struct drawing *drawing, struct pool *pool, bool views, uint32_t most,
	struct sheet_match *match)
{
	pool_balance(drawing->record, drawing->lots, pool, most);
	match->quotes = numbers(drawing, most);
	match->names = arena_alloc(drawing->arena, most + SPARE_NAMES, sizeof *match->names);
	match->poor = pool->poor;
	for (uint32_t i = 0; i < most && i < pool->count; i++)
		words_take(drawing, match, pool, most, i);
	while (match->count < most && words_fill(drawing, match, pool, most))
		;
	for (uint32_t i = 0; i < pool->count; i++)
		spare_add(drawing, match, voice_at(drawing, pool->quotes[i]));
	if (match->name_count < match->count + SPARE_NAMES)
		spares_add(drawing, views, match);
	if (match->count < MATCH_LEAST || match->name_count < MATCH_LEAST)
		match->count = 0;
	match_letter(drawing, match);
}

/* ---- the order of events ---- */

/* A day can be given for it, and its title does not give the year. */
static bool can_be_ordered(const struct event *event)
{
	return pool_has_days(event->date) && !giveaway_has_year(event->title);
}

/* How far apart they are to lie, of those found: no days between centuries. */
static int64_t days_apart(const struct record *record, const uint32_t *found, uint32_t count)
{
	int64_t first = INT64_MAX, last = INT64_MIN;
	for (uint32_t i = 0; i < count; i++) {
		const struct date *date = record->events[found[i]].date;
		first = date->earliest < first ? date->earliest : first;
		last = date->latest > last ? date->latest : last;
	}
	return count && (last - first) / SPAN_PARTS > 1 ? (last - first) / SPAN_PARTS : 1;
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
static const uint8_t *namesakes_find(const struct drawing *drawing)
{
	const struct record *record = drawing->record;
	uint32_t events = record->counts[THING_EVENT], count = 0;
	uint8_t *shared = arena_alloc(drawing->arena, bits_size(events), 1);
	struct titled *titles = arena_alloc(drawing->arena, events, sizeof *titles);
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

static uint32_t events_find(const struct drawing *drawing, uint32_t *found)
{
	const uint8_t *namesakes = namesakes_find(drawing);
	uint32_t count = 0;
	for (uint32_t row = 0; row < drawing->result->event_count; row++) {
		const struct event *event = result_event(drawing->result, row);
		if (can_be_ordered(event) &&
			!bit_get(namesakes, record_event_index(drawing->record, event)))
			found[count++] = record_event_index(drawing->record, event);
	}
	return count;
}

/* Whether the title of an event names whose words, or whose view, the same sheet asks about. */
static bool title_tells(
	const struct drawing *drawing, const struct sheet *sheet, const struct event *event)
{
	const struct sheet_match *const asked[] = {&sheet->who, &sheet->whose};
	struct buf folded = {0};
	bool tells = false;
	giveaway_folded(&folded, event->title);
	for (int kind = 0; kind < 2; kind++)
		for (uint32_t i = 0; i < asked[kind]->count && !tells; i++)
			tells = giveaway_has_name(drawing->record, buf_string(&folded),
				voice_at(drawing, asked[kind]->quotes[i]));
	buf_free(&folded);
	return tells;
}

/* Takes events as they come that lie apart from all those taken, and answer nothing that is asked. */
static uint32_t events_take(const struct drawing *drawing, const struct sheet *sheet,
	const uint32_t *found, uint32_t count, int64_t apart, uint32_t most, uint32_t *taken)
{
	const struct event *events = drawing->record->events;
	uint32_t so_far = 0;
	for (uint32_t i = 0; i < count && so_far < most; i++) {
		uint32_t k = 0;
		while (k < so_far &&
			pool_lie_apart(events[found[i]].date, events[taken[k]].date, apart))
			k++;
		if (k == so_far && !title_tells(drawing, sheet, &events[found[i]]))
			taken[so_far++] = found[i];
	}
	return so_far;
}

/* Each event has its lot; where what came first left room for too few, it is drawn again. */
static void order_make(const struct drawing *drawing, uint32_t most, struct sheet *sheet)
{
	struct sheet_order *order = &sheet->order;
	const struct event *events = drawing->record->events;
	uint32_t *found = numbers(drawing, drawing->result->event_count);
	uint32_t count = events_find(drawing, found);
	int64_t apart = days_apart(drawing->record, found, count);
	order->events = numbers(drawing, most);
	order->ranks = numbers(drawing, most);
	for (int tries = 0; tries < TRIES && order->count < EVENTS_LEAST; tries++) {
		lots_shuffle(drawing->lots, found, count, count);
		order->count = events_take(
			drawing, sheet, found, count, apart, most, order->events);
	}
	if (order->count < EVENTS_LEAST)
		order->count = 0;
	for (uint32_t i = 0; i < order->count; i++)
		for (uint32_t k = 0; k < order->count; k++)
			order->ranks[i] += events[order->events[k]].date->earliest <
				events[order->events[i]].date->earliest;
}

/* ---- then and now ---- */

/* The cell of the first meeting of a line that holds something (direction 1), or of the last (-1).
 * One of which something is not selected cannot be asked about. */
static const struct stand *cell_at_end(const struct position_table *table, uint32_t line,
	int direction, uint32_t *meeting, uint32_t *count)
{
	for (uint32_t n = 0; n < table->meeting_count; n++) {
		*meeting = direction > 0 ? n : table->meeting_count - 1 - n;
		struct position_cell cell = positions_cell(table, line, *meeting);
		*count = cell.count;
		if (cell.count && !cell.hides)
			return cell.stands;
	}
	return NULL;
}

static bool change_of(
	const struct position_table *table, uint32_t line, struct sheet_change *change)
{
	uint32_t first = 0, last = 0;
	const struct position_line *at = &table->lines[line];
	*change = (struct sheet_change){.issue = at->issue, .party = at->party};
	change->before = cell_at_end(table, line, 1, &first, &change->before_count);
	change->after = cell_at_end(table, line, -1, &last, &change->after_count);
	change->then = &table->meetings[first];
	change->now = &table->meetings[last];
	return change->before && change->after && first != last;
}

/* Adds what can be asked about of a table, but for what an earlier one has. */
static void changes_find(
	const struct drawing *drawing, const struct position_table *table, struct sheet *sheet)
{
	struct sheet_change *found = arena_alloc(
		drawing->arena, sheet->change_count + table->line_count, sizeof *found);
	uint32_t count = sheet->change_count, k;
	for (uint32_t i = 0; i < count; i++)
		found[i] = sheet->changes[i];
	for (uint32_t line = 0; line < table->line_count; line++) {
		const struct position_line *at = &table->lines[line];
		for (k = 0; k < sheet->change_count; k++)
			if (ref_same(found[k].issue, at->issue) &&
				ref_same(found[k].party, at->party))
				break;
		if (k == sheet->change_count && change_of(table, line, &found[count]))
			count++;
	}
	sheet->changes = found;
	sheet->change_count = count;
}

/* The tables that are shown: of a plan those of its scenes. */
static void changes_gather(const struct drawing *drawing, struct sheet *sheet)
{
	const struct result *result = drawing->result;
	struct position_table table;
	if (!result->order) {
		positions_collect(drawing->arena, result, &table);
		changes_find(drawing, &table, sheet);
	}
	for (uint32_t n = 0; n < result->order_count; n++) {
		const struct step *step = result->order_steps[n];
		if (!step || step_kind(step) != STEP_POSITIONS)
			continue;
		scenes_positions(drawing->arena, result, step, &table);
		changes_find(drawing, &table, sheet);
	}
}

/* Whether two meetings are of one round, some days apart: little can have changed. */
static bool is_of_one_round(const struct sheet_change *change)
{
	return change->now->main->date->earliest - change->then->main->date->latest < ROUND_DAYS;
}

/* Brings those of one round behind the others, each in the order they had. */
static void changes_order(const struct sheet_change *changes, uint32_t *order, uint32_t count)
{
	uint32_t apart = 0;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t at = order[i], k = i;
		if (is_of_one_round(&changes[at]))
			continue;
		for (; k > apart; k--)
			order[k] = order[k - 1];
		order[apart++] = at;
	}
}

static void changes_make(const struct drawing *drawing, uint32_t most, struct sheet *sheet)
{
	changes_gather(drawing, sheet);
	uint32_t count = sheet->change_count, *order = numbers(drawing, count);
	struct sheet_change *all = sheet->changes;
	for (uint32_t i = 0; i < count; i++)
		order[i] = i;
	sheet->change_count = count < most ? count : most;
	sheet->changes = arena_alloc(drawing->arena, sheet->change_count, sizeof *sheet->changes);
	lots_shuffle(drawing->lots, order, count, count);
	changes_order(all, order, count);
	for (uint32_t i = 0; i < sheet->change_count; i++)
		sheet->changes[i] = all[order[i]];
}

bool sheet_draw(struct arena *arena, const struct result *result, const struct sheet_sizes *sizes,
	struct lots *lots, struct sheet *sheet)
{
	const struct result shown = scenes_shown(arena, result);
	const struct drawing drawing = {arena, &shown, result->record, lots};
	struct pool *pool = arena_alloc(arena, 1, sizeof *pool);
	*sheet = (struct sheet){.change_count = 0};
	pool_draw(arena, &shown, lots,
		&(struct pool_wants){.nameless = true,
			.words_most = sizes->who_words,
			.least = MATCH_LEAST,
			.voices = MATCH_LEAST},
		pool);
	match_make(&drawing, pool, false, sizes->who, &sheet->who);
	pool_draw(arena, &shown, lots,
		&(struct pool_wants){.views = true,
			.nameless = true,
			.words_most = sizes->whose_words,
			.least = MATCH_LEAST,
			.voices = MATCH_LEAST},
		pool);
	match_make(&drawing, pool, true, sizes->whose, &sheet->whose);
	order_make(&drawing, sizes->events, sheet);
	changes_make(&drawing, sizes->changes, sheet);
	return sheet->who.count || sheet->order.count || sheet->whose.count || sheet->change_count;
}
