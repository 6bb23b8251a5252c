/* Each kind of question takes from its pool, in the order of the lots, what goes with the rest of
 * the sheet. */
#include "query/sheet.h"

#include "query/pool.h"

enum {
	MATCH_LEAST = 2,
	EVENTS_LEAST = 3,
	TRIES = 32, /* for an event of each part of the timeline */
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

static struct ref name_of(const struct quote *quote)
{
	return quote->kind == QUOTE_THESIS ? quote->source : quote->speaker;
}

/* Whether a quotation goes with those that the match has: another name, which its words do not
 * say. */
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
		if (ref_same(era, record->events[record->quotes[match->quotes[i]].event].era))
			return true;
	return false;
}

/* Names and words by lot, so that neither order tells anything. */
static void match_mix(const struct drawing *drawing, struct sheet_match *match)
{
	lots_shuffle(drawing->lots, match->quotes, match->count, match->count);
	match->letters = numbers(drawing, match->count);
	match->names = arena_alloc(drawing->arena, match->count, sizeof *match->names);
	for (uint32_t i = 0; i < match->count; i++)
		match->letters[i] = i;
	lots_shuffle(drawing->lots, match->letters, match->count, match->count);
	for (uint32_t i = 0; i < match->count; i++)
		match->names[match->letters[i]] = name_of(
			&drawing->record->quotes[match->quotes[i]]);
}

/* From the pool: first short words that bring other talks into the sheet, then other short ones,
 * then the rest. */
static void match_make(const struct drawing *drawing, const struct pool *pool, uint32_t most,
	struct sheet_match *match)
{
	const struct record *record = drawing->record;
	struct buf folded = {0};
	match->quotes = numbers(drawing, most);
	for (int round = 0; round < 3; round++)
		for (uint32_t i = 0; i < pool->count && match->count < most; i++)
			if ((i < pool->shorts || round == 2) &&
				(round || !has_era(record, match, pool->quotes[i])) &&
				goes_with(record, match, &record->quotes[pool->quotes[i]], &folded))
				match->quotes[match->count++] = pool->quotes[i];
	buf_free(&folded);
	if (match->count < MATCH_LEAST)
		match->count = 0;
	match_mix(drawing, match);
}

/* A day can be given for it, and its title does not give the year. */
static bool can_be_ordered(const struct event *event)
{
	const struct date *date = event->date;
	return date->earliest > DATE_UNKNOWN_START && date->latest < DATE_UNKNOWN_END &&
		!pool_has_year(event->title);
}

/* One event of each part of the timeline, later than the one before it whatever its date can
 * mean. */
static void order_make(const struct drawing *drawing, uint32_t parts, struct sheet_order *order)
{
	const struct record *record = drawing->record;
	uint32_t *found = numbers(drawing, drawing->result->event_count), count = 0;
	uint32_t *sorted = numbers(drawing, parts);
	int64_t latest = INT64_MIN;
	for (uint32_t row = 0; row < drawing->result->event_count; row++) {
		const struct event *event = result_event(drawing->result, row);
		if (can_be_ordered(event))
			found[count++] = record_event_index(record, event);
	}
	for (uint32_t part = 0; count && part < parts; part++) {
		uint32_t from = (uint32_t)((uint64_t)count * part / parts);
		uint32_t to = (uint32_t)((uint64_t)count * (part + 1) / parts);
		for (int tries = 0; from < to && tries < TRIES; tries++) {
			uint32_t event = found[from + lots_below(drawing->lots, to - from)];
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
	order->events = numbers(drawing, order->count);
	order->ranks = numbers(drawing, order->count);
	for (uint32_t i = 0; i < order->count; i++)
		order->ranks[i] = i;
	lots_shuffle(drawing->lots, order->ranks, order->count, order->count);
	for (uint32_t i = 0; i < order->count; i++)
		order->events[i] = sorted[order->ranks[i]];
}

/* The cell of the first meeting of a line that holds something (direction 1), or of the last
 * (-1). */
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
	return change->before && change->after && first != last;
}

static void changes_make(const struct drawing *drawing, uint32_t most, struct sheet *sheet)
{
	struct position_table table;
	struct sheet_change change;
	positions_collect(drawing->arena, drawing->result, &table);
	uint32_t *found = numbers(drawing, table.line_count), count = 0;
	for (uint32_t line = 0; line < table.line_count; line++)
		if (change_of(&table, line, &change))
			found[count++] = line;
	sheet->change_count = count < most ? count : most;
	sheet->changes = arena_alloc(drawing->arena, sheet->change_count, sizeof *sheet->changes);
	lots_shuffle(drawing->lots, found, count, sheet->change_count);
	for (uint32_t i = 0; i < sheet->change_count; i++)
		change_of(&table, found[i], &sheet->changes[i]);
}

bool sheet_draw(struct arena *arena, const struct result *result, const struct sheet_sizes *sizes,
	struct lots *lots, struct sheet *sheet)
{
	const struct drawing drawing = {arena, result, result->record, lots};
	struct pool *pool = arena_alloc(arena, 1, sizeof *pool);
	*sheet = (struct sheet){.change_count = 0};
	pool_quotations(arena, result, lots, sizes->who_words, pool);
	match_make(&drawing, pool, sizes->who, &sheet->who);
	order_make(&drawing, sizes->events, &sheet->order);
	pool_views(arena, result, lots, sizes->whose_words, pool);
	match_make(&drawing, pool, sizes->whose, &sheet->whose);
	changes_make(&drawing, sizes->changes, sheet);
	return sheet->who.count || sheet->order.count || sheet->whose.count || sheet->change_count;
}
