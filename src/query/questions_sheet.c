/* Each kind takes from its pool, in the order that the lots gave, what goes with the rest of the sheet. */
#include "query/questions_sheet.h"

#include "query/questions_pool.h"

#include <string.h>

enum {
	WORDS_MOST = 60,      /* longer quotations come last, */
	VIEW_WORDS_MOST = 25, /* and longer views */
	MATCH_LEAST = 2,
	EVENTS_LEAST = 3,
	TRIES = 32, /* for an event of each part of the timeline */
};

static bool same_ref(struct ref a, struct ref b)
{
	return a.thing == b.thing && a.index == b.index;
}

static struct ref name_of(const struct quote *quote)
{
	return quote->kind == QUOTE_THESIS ? quote->source : quote->speaker;
}

/* Whether a quotation goes with those that the match has: another name, which its words do not say. */
static bool goes_with(const struct record *record, const struct sheet_match *match,
	const struct quote *quote, struct buf *folded)
{
	struct ref name = name_of(quote);
	for (uint32_t i = 0; i < match->count; i++)
		if (pool_same_name(record, name, name_of(&record->quotes[match->quotes[i]])))
			return false;
	return !pool_has_name(record, pool_folded(folded, quote->text), name);
}

static bool has_era(const struct record *record, const struct sheet_match *match, uint32_t quote)
{
	struct ref era = record->events[record->quotes[quote].event].era;
	for (uint32_t i = 0; i < match->count; i++)
		if (same_ref(era, record->events[record->quotes[match->quotes[i]].event].era))
			return true;
	return false;
}

/* Names and words by lot, so that neither order tells anything. */
static void match_mix(const struct record *record, struct draw *draw, struct sheet_match *match)
{
	uint32_t letters[SHEET_MATCHES];
	draw_shuffle(draw, match->quotes, match->count, match->count);
	for (uint32_t i = 0; i < match->count; i++)
		letters[i] = i;
	draw_shuffle(draw, letters, match->count, match->count);
	for (uint32_t i = 0; i < match->count; i++) {
		match->letter[i] = letters[i];
		match->names[letters[i]] = name_of(&record->quotes[match->quotes[i]]);
	}
}

/* From the pool: first short words that bring other talks into the sheet, then other short ones, then the rest. */
static void match_make(const struct record *record, const struct pool *pool, struct draw *draw,
	uint32_t most, struct sheet_match *match)
{
	struct buf folded = {0};
	for (int round = 0; round < 3; round++)
		for (uint32_t i = 0; i < pool->count && match->count < most; i++)
			if ((i < pool->shorts || round == 2) &&
				(round || !has_era(record, match, pool->quotes[i])) &&
				goes_with(record, match, &record->quotes[pool->quotes[i]], &folded))
				match->quotes[match->count++] = pool->quotes[i];
	buf_free(&folded);
	if (match->count < MATCH_LEAST)
		match->count = 0;
	match_mix(record, draw, match);
}

/* A day can be given for it, and its title does not give the year. */
static bool can_be_ordered(const struct event *event)
{
	const struct date *date = event->date;
	return date->earliest > DATE_UNKNOWN_START && date->latest < DATE_UNKNOWN_END &&
		!pool_has_year(event->title);
}

/* One event of each part of the timeline, later than the one before it whatever its date can mean. */
static void order_make(struct arena *arena, const struct result *result, struct draw *draw,
	struct sheet_order *order)
{
	const struct record *record = result->record;
	uint32_t *found = arena_alloc(arena, result->event_count, sizeof *found), count = 0;
	uint32_t sorted[SHEET_EVENTS], mixed[SHEET_EVENTS];
	int64_t latest = INT64_MIN;
	for (uint32_t row = 0; row < result->event_count; row++) {
		const struct event *event = result_event(result, row);
		if (can_be_ordered(event))
			found[count++] = (uint32_t)(event - record->events);
	}
	for (uint32_t part = 0; count && part < SHEET_EVENTS; part++) {
		uint32_t from = (uint32_t)((uint64_t)count * part / SHEET_EVENTS);
		uint32_t to = (uint32_t)((uint64_t)count * (part + 1) / SHEET_EVENTS);
		for (int tries = 0; from < to && tries < TRIES; tries++) {
			uint32_t event = found[from + draw_below(draw, to - from)];
			const struct date *date = record->events[event].date;
			if (date->earliest <= latest)
				continue;
			latest = date->latest;
			sorted[order->count++] = event;
			break;
		}
	}
	if (order->count < EVENTS_LEAST)
		order->count = 0;
	for (uint32_t i = 0; i < order->count; i++)
		mixed[i] = i;
	draw_shuffle(draw, mixed, order->count, order->count);
	for (uint32_t i = 0; i < order->count; i++) {
		order->events[i] = sorted[mixed[i]];
		order->rank[i] = mixed[i];
	}
}

/* The cell of the first meeting of a line that holds something (direction 1), or of the last (-1). */
static const struct stand *cell_at_end(const struct position_table *table, uint32_t line,
	int direction, uint32_t *meeting, uint32_t *count)
{
	for (uint32_t n = 0; n < table->meeting_count; n++) {
		*meeting = direction > 0 ? n : table->meeting_count - 1 - n;
		const struct stand *cell = positions_cell(table, line, *meeting, count);
		if (*count)
			return cell;
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
	return change->before && change->after && first != last &&
		!beside_same_words(change->before->position->text, change->after->position->text);
}

static void changes_make(
	struct arena *arena, const struct result *result, struct draw *draw, struct sheet *sheet)
{
	struct position_table table;
	struct sheet_change change;
	positions_collect(arena, result, &table);
	uint32_t *found = arena_alloc(arena, table.line_count, sizeof *found), count = 0;
	for (uint32_t line = 0; line < table.line_count; line++)
		if (change_of(&table, line, &change))
			found[count++] = line;
	uint32_t take = count < SHEET_CHANGES ? count : SHEET_CHANGES;
	draw_shuffle(draw, found, count, take);
	for (uint32_t i = 0; i < take; i++)
		change_of(&table, found[i], &sheet->changes[sheet->change_count++]);
}

bool sheet_draw(
	struct arena *arena, const struct result *result, struct draw *draw, struct sheet *sheet)
{
	struct pool *pool = arena_alloc(arena, 1, sizeof *pool);
	memset(sheet, 0, sizeof *sheet);
	pool_quotations(arena, result, draw, WORDS_MOST, pool);
	match_make(result->record, pool, draw, SHEET_MATCHES, &sheet->who);
	order_make(arena, result, draw, &sheet->order);
	pool_views(arena, result, draw, VIEW_WORDS_MOST, pool);
	match_make(result->record, pool, draw, SHEET_VIEWS, &sheet->whose);
	changes_make(arena, result, draw, sheet);
	return sheet->who.count || sheet->order.count || sheet->whose.count || sheet->change_count;
}
