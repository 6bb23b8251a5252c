/* Lines are made each from its thread, then put into their order, and eras renumbered as columns. */
#include "query/voices.h"

#include "base/memory.h"
#include "query/voices_maker.h"

#include <stdlib.h>

static uint32_t era_count(const struct record *record)
{
	return record->counts[THING_ERA] + 1;
}

static void parallels_make(struct voices_maker *maker)
{
	const struct record *record = maker->record;
	for (uint32_t n = 0; n < record->counts[THING_PARALLEL]; n++) {
		const struct parallel *parallel = &record->parallels[n];
		struct voices_line line = {.of = record_ref(THING_PARALLEL, n),
			.group = record_name(record, parallel->claimed_by)};
		bool shown = true;
		for (uint32_t i = 0; i < parallel->between->count; i++)
			if (parallel->between->at[i].thing == THING_EVENT)
				shown &= result_row(maker->result,
						 parallel->between->at[i].index) >= 0;
		if (!shown)
			continue;
		voices_maker_fold(maker, parallel->claim);
		for (uint32_t i = 0; i < parallel->between->count; i++) {
			struct ref end = parallel->between->at[i];
			voices_maker_fold(maker, record_name(record, end));
			if (end.thing == THING_EVENT)
				end = record->events[end.index].era;
			voices_maker_count(maker, end, QUOTE_QUOTATION, &line);
		}
		voices_maker_fold(maker, record_name(record, parallel->claimed_by));
		voices_maker_keep(maker, &line, n);
	}
}

static int by_rank_and_size(const void *a, const void *b)
{
	const struct voices_draft *left = a, *right = b;
	if (left->rank != right->rank)
		return left->rank < right->rank ? -1 : 1;
	if (left->line.total != right->line.total)
		return left->line.total > right->line.total ? -1 : 1;
	if (left->line.of.thing != right->line.of.thing)
		return left->line.of.thing > right->line.of.thing ? -1 : 1;
	return (left->line.of.index > right->line.of.index) -
		(left->line.of.index < right->line.of.index);
}

/* ---- eras ---- */

struct era_order {
	uint32_t slot, most;
	int64_t sort;
};

static int by_time(const void *a, const void *b)
{
	const struct era_order *left = a, *right = b;
	if (left->sort != right->sort)
		return left->sort < right->sort ? -1 : 1;
	return (left->slot > right->slot) - (left->slot < right->slot);
}

static int by_column(const void *a, const void *b)
{
	const struct voices_cell *left = a, *right = b;
	return (left->era > right->era) - (left->era < right->era);
}

/* Puts the eras that hold something into the order of time, and renames the cells' slots to columns. */
static void eras_order(struct voices_maker *maker)
{
	const struct record *record = maker->record;
	struct voices *voices = maker->voices;
	uint32_t all = era_count(record), used = 0;
	struct era_order *order = mem_zero(all, sizeof *order);
	uint32_t *columns = mem_zero(all, sizeof *columns);
	for (uint32_t slot = 0; slot < all; slot++) {
		const struct date *date = slot + 1 < all ? record->eras[slot].date : NULL;
		order[slot] = (struct era_order){slot, 0, date ? date->sort : DATE_NO_SORT};
	}
	for (size_t i = 0; i < maker->count; i++)
		for (uint32_t k = 0; k < maker->drafts[i].line.cell_count; k++) {
			const struct voices_cell *cell = &maker->drafts[i].line.cells[k];
			uint32_t entries = voices_sum(&cell->counts);
			if (order[cell->era].most < entries)
				order[cell->era].most = entries;
		}
	qsort(order, all, sizeof *order, by_time);
	struct voices_era *eras = arena_alloc(&voices->arena, all, sizeof *eras);
	for (uint32_t i = 0; i < all; i++) {
		columns[order[i].slot] = used;
		if (!order[i].most)
			continue;
		eras[used++] = (struct voices_era){order[i].slot + 1 < all
				? record_ref(THING_ERA, order[i].slot)
				: record_ref(THING_NONE, 0),
			order[i].most};
	}
	for (size_t i = 0; i < maker->count; i++) {
		struct voices_line *line = &maker->drafts[i].line;
		struct voices_cell *cells = (struct voices_cell *)(uintptr_t)line->cells;
		for (uint32_t k = 0; k < line->cell_count; k++)
			cells[k].era = columns[cells[k].era];
		if (line->cell_count)
			qsort(cells, line->cell_count, sizeof *cells, by_column);
	}
	voices->eras = eras;
	voices->era_count = used;
	free(order);
	free(columns);
}

static void lines_take(struct voices_maker *maker)
{
	struct voices *voices = maker->voices;
	if (maker->count)
		qsort(maker->drafts, maker->count, sizeof *maker->drafts, by_rank_and_size);
	struct voices_line *lines = arena_alloc(&voices->arena, maker->count, sizeof *lines);
	for (size_t i = 0; i < maker->count; i++) {
		lines[i] = maker->drafts[i].line;
		for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++)
			voices->counts.of[kind] += lines[i].counts.of[kind];
	}
	voices->lines = lines;
	voices->line_count = (uint32_t)maker->count;
}

struct voices *voices_make(
	struct threads *threads, const struct result *result, enum voices_page page)
{
	const struct record *record = result->record;
	struct voices *voices = mem_zero(1, sizeof *voices);
	struct voices_maker maker = {.voices = voices, .record = record, .result = result};
	maker.slots = mem_zero(era_count(record), sizeof *maker.slots);
	maker.touched = mem_zero(era_count(record), sizeof *maker.touched);
	if (page == VOICES_SPEAKERS)
		voices_speakers_make(&maker, threads);
	for (uint32_t n = 0; page == VOICES_THEMES && n < record->counts[THING_THEME]; n++)
		voices_maker_thread(
			&maker, threads_of_theme(threads, n), record_ref(THING_THEME, n), true);
	for (uint32_t n = 0; page == VOICES_SOURCES && n < record->counts[THING_SOURCE]; n++)
		voices_maker_thread(
			&maker, threads_of_source(threads, n), record_ref(THING_SOURCE, n), true);
	if (page == VOICES_PARALLELS)
		parallels_make(&maker);
	eras_order(&maker);
	lines_take(&maker);
	free(maker.slots);
	free(maker.touched);
	free(maker.drafts);
	buf_free(&maker.folded);
	return voices;
}

void voices_free(struct voices *voices)
{
	if (!voices)
		return;
	arena_free(&voices->arena);
	free(voices);
}

struct quote_counts voices_at(const struct voices_line *line, uint32_t era)
{
	uint32_t low = 0, high = line->cell_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (line->cells[middle].era < era)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < line->cell_count && line->cells[low].era == era)
		return line->cells[low].counts;
	return (struct quote_counts){{0}};
}
