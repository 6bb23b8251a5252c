/* The entries of a thread are counted into one slot for each era, and the slots that hold something become the
 * line's cells. */
#include "query/voices_maker.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

uint32_t voices_sum(const struct quote_counts *counts)
{
	uint32_t all = 0;
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++)
		all += counts->of[kind];
	return all;
}

void voices_maker_count(
	struct voices_maker *maker, struct ref era, uint8_t kind, struct voices_line *line)
{
	uint32_t slot = era.thing == THING_ERA ? era.index : maker->record->counts[THING_ERA];
	if (!voices_sum(&maker->slots[slot]))
		maker->touched[maker->touched_count++] = slot;
	maker->slots[slot].of[kind]++;
	line->counts.of[kind]++;
	line->total++;
}

static int by_number(const void *a, const void *b)
{
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
	return (left > right) - (left < right);
}

static void cells_take(struct voices_maker *maker, struct voices_line *line)
{
	uint32_t count = maker->touched_count;
	struct voices_cell *cells = arena_alloc(&maker->voices->arena, count, sizeof *cells);
	qsort(maker->touched, count, sizeof *maker->touched, by_number);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t slot = maker->touched[i];
		cells[i] = (struct voices_cell){slot, maker->slots[slot]};
		maker->slots[slot] = (struct quote_counts){{0}};
	}
	line->cells = cells;
	line->cell_count = count;
	maker->touched_count = 0;
}

void voices_maker_fold(struct voices_maker *maker, const char *name)
{
	if (!name)
		return;
	if (maker->folded.len)
		buf_char(&maker->folded, '\n');
	text_fold(&maker->folded, name, strlen(name));
}

static void fold_names(struct voices_maker *maker, const struct names *names)
{
	for (uint32_t i = 0; names && i < names->count; i++)
		voices_maker_fold(maker, names->at[i]);
}

static void fold_thing(struct voices_maker *maker, struct ref ref)
{
	const struct record *record = maker->record;
	voices_maker_fold(maker, record_name(record, ref));
	if (ref.thing == THING_PERSON) {
		fold_names(maker, record->people[ref.index].aliases);
	} else if (ref.thing == THING_PARTY) {
		fold_names(maker, record->parties[ref.index].aliases);
	} else if (ref.thing == THING_THEME) {
		fold_names(maker, record->themes[ref.index].aliases);
	} else if (ref.thing == THING_SOURCE) {
		voices_maker_fold(maker, record->sources[ref.index].fields[SOURCE_TITLE]);
		voices_maker_fold(maker, record->sources[ref.index].fields[SOURCE_CONTAINER_TITLE]);
	}
}

void voices_maker_keep(struct voices_maker *maker, struct voices_line *line, uint32_t rank)
{
	cells_take(maker, line);
	line->folded = arena_text(
		&maker->voices->arena, buf_string(&maker->folded), maker->folded.len);
	buf_clear(&maker->folded);
	maker->drafts = mem_grow(
		maker->drafts, &maker->capacity, maker->count + 1, sizeof *maker->drafts);
	maker->drafts[maker->count++] = (struct voices_draft){*line, rank};
}

static void thread_count(struct voices_maker *maker, struct thread thread, struct voices_line *line)
{
	const struct record *record = maker->record;
	for (uint32_t i = 0; i < thread.count; i++) {
		const struct quote *quote = &record->quotes[thread.at[i]];
		if (result_has_quote(maker->result, thread.at[i]))
			voices_maker_count(
				maker, record->events[quote->event].era, quote->kind, line);
	}
}

void voices_maker_thread(
	struct voices_maker *maker, struct thread thread, struct ref of, bool even_empty)
{
	struct voices_line line = {.of = of};
	thread_count(maker, thread, &line);
	if (!line.total && !even_empty)
		return;
	fold_thing(maker, of);
	voices_maker_keep(maker, &line, 0);
}
