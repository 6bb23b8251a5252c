/* A line is made from its thread: the entries are counted into one slot for each era, and the slots that hold
 * something become the line's cells. Lines are then put into their order, and eras renumbered as columns. */
#include "query/voices.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct maker {
	struct voices *voices;
	const struct record *record;
	const struct result *result;
	struct quote_counts *slots; /* one for each era, and one for no era */
	uint32_t *touched, touched_count;
	struct buf folded;
	/* lines with what they are sorted by */
	struct draft {
		struct voices_line line;
		uint32_t rank; /* of the group */
	} * drafts;
	size_t count, capacity;
};

static uint32_t era_count(const struct record *record)
{
	return record->counts[THING_ERA] + 1;
}

static uint32_t sum(const struct quote_counts *counts)
{
	uint32_t all = 0;
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++)
		all += counts->of[kind];
	return all;
}

/* ---- one line ---- */

static void entry_count(struct maker *maker, struct ref era, uint8_t kind, struct voices_line *line)
{
	uint32_t slot = era.thing == THING_ERA ? era.index : maker->record->counts[THING_ERA];
	if (!sum(&maker->slots[slot]))
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

static void cells_take(struct maker *maker, struct voices_line *line)
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

static void fold(struct maker *maker, const char *name)
{
	if (!name)
		return;
	if (maker->folded.len)
		buf_char(&maker->folded, '\n');
	text_fold(&maker->folded, name, strlen(name));
}

static void fold_names(struct maker *maker, const struct names *names)
{
	for (uint32_t i = 0; names && i < names->count; i++)
		fold(maker, names->at[i]);
}

static void fold_thing(struct maker *maker, struct ref ref)
{
	const struct record *record = maker->record;
	fold(maker, record_name(record, ref));
	if (ref.thing == THING_PERSON) {
		fold_names(maker, record->people[ref.index].aliases);
	} else if (ref.thing == THING_PARTY) {
		fold_names(maker, record->parties[ref.index].aliases);
	} else if (ref.thing == THING_THEME) {
		fold_names(maker, record->themes[ref.index].aliases);
	} else if (ref.thing == THING_SOURCE) {
		fold(maker, record->sources[ref.index].fields[SOURCE_TITLE]);
		fold(maker, record->sources[ref.index].fields[SOURCE_CONTAINER_TITLE]);
	}
}

/* Keeps a line whose entries have been counted and whose names are folded. */
static void line_keep(struct maker *maker, struct voices_line *line, uint32_t rank)
{
	cells_take(maker, line);
	line->folded = arena_text(
		&maker->voices->arena, buf_string(&maker->folded), maker->folded.len);
	buf_clear(&maker->folded);
	maker->drafts = mem_grow(
		maker->drafts, &maker->capacity, maker->count + 1, sizeof *maker->drafts);
	maker->drafts[maker->count++] = (struct draft){*line, rank};
}

static void thread_count(struct maker *maker, struct thread thread, struct voices_line *line)
{
	const struct record *record = maker->record;
	for (uint32_t i = 0; i < thread.count; i++) {
		const struct quote *quote = &record->quotes[thread.at[i]];
		if (result_has_quote(maker->result, thread.at[i]))
			entry_count(maker, record->events[quote->event].era, quote->kind, line);
	}
}

static void thread_line(struct maker *maker, struct thread thread, struct ref of, bool even_empty)
{
	struct voices_line line = {.of = of};
	thread_count(maker, thread, &line);
	if (!line.total && !even_empty)
		return;
	fold_thing(maker, of);
	line_keep(maker, &line, 0);
}

/* ---- pages ---- */

struct side {
	uint32_t party, voices, entries, rank;
};

/* Parties by their entries, the most first; of equals the first in the file. */
static int by_entries(const void *a, const void *b)
{
	const struct side *left = a, *right = b;
	if (left->entries != right->entries)
		return left->entries > right->entries ? -1 : 1;
	return (left->party > right->party) - (left->party < right->party);
}

static int by_party(const void *a, const void *b)
{
	const struct side *left = a, *right = b;
	return (left->party > right->party) - (left->party < right->party);
}

/* The parties with how many voices they have, and their rank among them; caller frees. */
static struct side *sides_rank(struct maker *maker, bool *any)
{
	uint32_t count = maker->record->counts[THING_PARTY];
	struct side *sides = mem_zero((size_t)count + 1, sizeof *sides);
	for (uint32_t p = 0; p < count; p++)
		sides[p].party = p;
	for (size_t i = 0; i < maker->count; i++) {
		struct ref party = record_party(maker->record, maker->drafts[i].line.of);
		if (party.thing != THING_PARTY)
			continue;
		*any |= ++sides[party.index].voices > 1;
		sides[party.index].entries += maker->drafts[i].line.total;
	}
	qsort(sides, count, sizeof *sides, by_entries);
	for (uint32_t p = 0; p < count; p++)
		sides[p].rank = p;
	qsort(sides, count, sizeof *sides, by_party);
	return sides;
}

/* Voices under one party stand together where there are two or more; all others under "others", with their
 * party's name, and sources last. */
static void speakers_group(struct maker *maker)
{
	const struct record *record = maker->record;
	bool any = false;
	struct side *sides = sides_rank(maker, &any);
	for (size_t i = 0; i < maker->count; i++) {
		struct draft *draft = &maker->drafts[i];
		struct ref party = record_party(record, draft->line.of);
		bool has_party = party.thing == THING_PARTY;
		if (draft->line.of.thing == THING_SOURCE) {
			draft->line.group = "the sources";
			draft->rank = UINT32_MAX;
		} else if (has_party && sides[party.index].voices > 1) {
			draft->line.group = record->parties[party.index].name;
			draft->rank = sides[party.index].rank;
		} else {
			draft->line.group = any ? "others" : "people";
			draft->rank = UINT32_MAX - 1;
			if (has_party && draft->line.of.thing == THING_PERSON)
				draft->line.suffix = record->parties[party.index].name;
		}
	}
	free(sides);
}

static void mark_person(uint8_t *present, struct ref ref)
{
	if (ref.thing == THING_PERSON)
		present[ref.index] = 1;
}

static void mark_people(uint8_t *present, const struct refs *refs)
{
	for (uint32_t i = 0; refs && i < refs->count; i++)
		mark_person(present, refs->at[i]);
}

/* Those who sat at a table of a selected event and of whom it gives no words. */
static void silent_find(struct maker *maker, struct threads *threads)
{
	const struct record *record = maker->record;
	uint32_t people = record->counts[THING_PERSON], count = 0;
	uint8_t *present = mem_zero((size_t)people + 1, 1);
	for (uint32_t row = 0; row < maker->result->event_count; row++) {
		const struct event *event = result_event(maker->result, row);
		for (uint32_t i = 0; event->people && i < event->people->count; i++)
			mark_person(present, event->people->at[i].person);
		mark_people(present, event->host);
		mark_people(present, event->mediator);
	}
	uint32_t *silent = arena_alloc(&maker->voices->arena, people, sizeof *silent);
	for (uint32_t n = 0; n < people; n++) {
		struct thread thread = threads_of_voice(threads, record_ref(THING_PERSON, n));
		bool speaks = false;
		for (uint32_t i = 0; i < thread.count && !speaks; i++)
			speaks = result_has_quote(maker->result, thread.at[i]);
		if (present[n] && !speaks)
			silent[count++] = n;
	}
	maker->voices->silent = silent;
	maker->voices->silent_count = count;
	free(present);
}

static void speakers_make(struct maker *maker, struct threads *threads)
{
	static const enum thing kinds[] = {THING_PERSON, THING_PARTY, THING_SOURCE};
	const struct record *record = maker->record;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (uint32_t n = 0; n < record->counts[kinds[k]]; n++) {
			struct ref of = record_ref(kinds[k], n);
			thread_line(maker, threads_of_voice(threads, of), of, false);
		}
	speakers_group(maker);
	struct thread nobody = threads_of_voice(threads, record_ref(THING_NONE, 0));
	for (uint32_t i = 0; i < nobody.count; i++)
		maker->voices->unattributed += result_has_quote(maker->result, nobody.at[i]);
	silent_find(maker, threads);
}

static void parallels_make(struct maker *maker)
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
		fold(maker, parallel->claim);
		for (uint32_t i = 0; i < parallel->between->count; i++) {
			struct ref end = parallel->between->at[i];
			fold(maker, record_name(record, end));
			if (end.thing == THING_EVENT)
				end = record->events[end.index].era;
			entry_count(maker, end, QUOTE_QUOTATION, &line);
		}
		fold(maker, record_name(record, parallel->claimed_by));
		line_keep(maker, &line, n);
	}
}

static int by_rank_and_size(const void *a, const void *b)
{
	const struct draft *left = a, *right = b;
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
static void eras_order(struct maker *maker)
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
			uint32_t entries = sum(&cell->counts);
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

static void lines_take(struct maker *maker)
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
	struct maker maker = {.voices = voices, .record = record, .result = result};
	maker.slots = mem_zero(era_count(record), sizeof *maker.slots);
	maker.touched = mem_zero(era_count(record), sizeof *maker.touched);
	if (page == VOICES_SPEAKERS)
		speakers_make(&maker, threads);
	for (uint32_t n = 0; page == VOICES_THEMES && n < record->counts[THING_THEME]; n++)
		thread_line(&maker, threads_of_theme(threads, n), record_ref(THING_THEME, n), true);
	for (uint32_t n = 0; page == VOICES_SOURCES && n < record->counts[THING_SOURCE]; n++)
		thread_line(
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
