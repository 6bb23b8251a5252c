/* The entries of a line are counted into one slot for each era, and the slots that hold something become
 * its cells. Slots stand in the order of time, and so do cells. When all lines are there, they are
 * sorted, and the slots that any of them uses become the columns.
 *
 * With the eras Peace (1856), War (1854) and Siege (no date), the slots are War, Peace, Siege and
 * none. A voice with two entries in Peace and one in no era has the cells {1: 2} and {3: 1}. If
 * nobody has words in War, the columns are Peace, Siege and none, and its cells {0: 2} and {2:
 * 1}. */
#include "query/tally.h"

#include "base/memory.h"
#include "model/query.h"
#include "query/waits.h"

#include <stdlib.h>
#include <string.h>

/* ---- a line ---- */

void tally_count(struct tally *tally, struct voices_line *line, struct ref era, uint8_t kind)
{
	uint32_t slot = tally->slots[era.thing == THING_ERA ? era.index : tally->slot_count - 1];
	if (!quote_counts_sum(&tally->counts[slot]))
		tally->used[tally->used_count++] = slot;
	tally->counts[slot].of[kind]++;
	line->counts.of[kind]++;
	line->total++;
}

void tally_name(struct tally *tally, const char *name)
{
	if (!name)
		return;
	if (tally->folded.len)
		buf_char(&tally->folded, '\n');
	query_fold(&tally->folded, name, strlen(name));
	tally->names = mem_grow(
		tally->names, &tally->name_room, tally->name_count + 1, sizeof *tally->names);
	tally->names[tally->name_count++] = name;
}

void tally_name_thing(struct tally *tally, struct ref ref)
{
	const struct record *record = tally->record;
	const struct names *aliases = record_aliases(record, ref);
	tally_name(tally, record_name(record, ref));
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		tally_name(tally, aliases->at[i]);
	if (ref.thing == THING_SOURCE)
		tally_name(tally, record->sources[ref.index].fields[SOURCE_SHORT]);
	if (ref.thing == THING_SOURCE && !tally->speakers) {
		tally_name(tally, record->sources[ref.index].fields[SOURCE_TITLE]);
		tally_name(tally, record->sources[ref.index].fields[SOURCE_CONTAINER_TITLE]);
	}
}

static int by_number(const void *a, const void *b)
{
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
	return (left > right) - (left < right);
}

void tally_keep(struct tally *tally, struct voices_line *line, uint32_t rank)
{
	struct arena *arena = &tally->voices->arena;
	struct voices_cell *cells = arena_alloc(arena, tally->used_count, sizeof *cells);
	qsort(tally->used, tally->used_count, sizeof *tally->used, by_number);
	for (uint32_t i = 0; i < tally->used_count; i++) {
		uint32_t slot = tally->used[i];
		cells[i] = (struct voices_cell){slot, tally->counts[slot]};
		tally->counts[slot] = (struct quote_counts){{0}};
	}
	line->cells = cells;
	line->cell_count = tally->used_count;
	line->folded = buf_kept(&tally->folded, arena);
	const char *told = record_told(tally->record, line->of);
	line->waits = (line->of.thing == THING_THEME && waits_text(tally->result, told)) ||
		(line->of.thing == THING_SOURCE && waits_stance(tally->result, line->of.index));
	if (told && !line->waits) {
		buf_clear(&tally->folded);
		query_fold(&tally->folded, told, strlen(told));
		line->told = buf_kept(&tally->folded, arena);
	}
	line->names = arena_copy(arena, tally->names, tally->name_count, sizeof *tally->names);
	tally->name_count = 0;
	tally->used_count = 0;
	buf_clear(&tally->folded);
	tally->drafts = mem_grow(
		tally->drafts, &tally->capacity, tally->count + 1, sizeof *tally->drafts);
	tally->drafts[tally->count++] = (struct tally_draft){*line, cells, rank};
}

bool tally_is_new(struct tally *tally, uint32_t quote, bool any_line)
{
	if (!tally->heard)
		return true;
	uint32_t *heard = &tally->heard[quote_utterance(tally->record, quote)];
	bool anew = !*heard || (any_line && *heard != tally->line);
	tally->voices->renderings += !anew;
	*heard = tally->line;
	return anew;
}

void tally_thread(struct tally *tally, struct voices_line *line, struct thread thread, bool exact)
{
	const struct record *record = tally->record;
	for (uint32_t i = 0; i < thread.count; i++) {
		const struct quote *quote = &record->quotes[thread.at[i]];
		if ((quote->kind == QUOTE_QUOTATION) == exact &&
			result_has_quote(tally->result, thread.at[i]) &&
			tally_is_new(tally, thread.at[i],
				line->heading || line->of.thing == THING_PERSON))
			tally_count(tally, line, record->events[quote->event].era, quote->kind);
	}
}

/* ---- the eras ---- */

struct era_time {
	uint32_t era;
	int64_t sort;
};

static int by_time(const void *a, const void *b)
{
	const struct era_time *left = a, *right = b;
	if (left->sort != right->sort)
		return left->sort < right->sort ? -1 : 1;
	return (left->era > right->era) - (left->era < right->era);
}

/* Gives each era its slot in the order of time; none comes last. */
static void slots_make(struct tally *tally)
{
	const struct record *record = tally->record;
	uint32_t count = tally->slot_count;
	struct era_time *times = mem_zero(count, sizeof *times);
	for (uint32_t era = 0; era < count; era++) {
		const struct date *date = era + 1 < count ? record->eras[era].date : NULL;
		times[era] = (struct era_time){era, date ? date->sort : DATE_NO_SORT};
	}
	qsort(times, count, sizeof *times, by_time);
	for (uint32_t slot = 0; slot < count; slot++) {
		tally->eras[slot] = times[slot].era;
		tally->slots[times[slot].era] = slot;
	}
	free(times);
}

/* The most that a line has in an era. A heading takes no room from the others. */
static void era_raise(struct voices_era *era, const struct voices_cell *cell, bool heading)
{
	uint32_t entries = quote_counts_sum(&cell->counts);
	era->sums = entries > era->sums ? entries : era->sums;
	if (heading && entries)
		entries = 1;
	era->most = entries > era->most ? entries : era->most;
	for (int kind = 0; kind < QUOTE_KIND_COUNT && !heading; kind++)
		if (cell->counts.of[kind] > era->peak.of[kind])
			era->peak.of[kind] = cell->counts.of[kind];
}

/* Makes columns of the slots that are used, and renames them in the cells. */
static void columns_make(struct tally *tally)
{
	struct voices *voices = tally->voices;
	uint32_t *columns = mem_zero(tally->slot_count, sizeof *columns);
	struct voices_era *eras = arena_alloc(&voices->arena, tally->slot_count, sizeof *eras);
	for (uint32_t slot = 0; slot < tally->slot_count; slot++) {
		uint32_t era = tally->eras[slot];
		bool none = era + 1 == tally->slot_count;
		eras[slot] = (struct voices_era){
			.era = none ? record_ref(THING_NONE, 0) : record_ref(THING_ERA, era)};
	}
	for (size_t i = 0; i < tally->count; i++)
		for (uint32_t k = 0; k < tally->drafts[i].line.cell_count; k++) {
			const struct voices_cell *cell = &tally->drafts[i].cells[k];
			era_raise(&eras[cell->era], cell, tally->drafts[i].line.heading);
		}
	for (uint32_t slot = 0; slot < tally->slot_count; slot++) {
		columns[slot] = voices->era_count;
		if (eras[slot].most)
			eras[voices->era_count++] = eras[slot];
	}
	for (size_t i = 0; i < tally->count; i++)
		for (uint32_t k = 0; k < tally->drafts[i].line.cell_count; k++)
			tally->drafts[i].cells[k].era = columns[tally->drafts[i].cells[k].era];
	voices->eras = eras;
	free(columns);
}

/* ---- the whole ---- */

static int by_rank_and_size(const void *a, const void *b)
{
	const struct tally_draft *left = a, *right = b;
	if (left->rank != right->rank)
		return left->rank < right->rank ? -1 : 1;
	if (left->line.heading != right->line.heading)
		return left->line.heading ? -1 : 1;
	if (left->line.total != right->line.total)
		return left->line.total > right->line.total ? -1 : 1;
	if (left->line.of.thing != right->line.of.thing)
		return left->line.of.thing > right->line.of.thing ? -1 : 1;
	return (left->line.of.index > right->line.of.index) -
		(left->line.of.index < right->line.of.index);
}

static void lines_take(struct tally *tally)
{
	struct voices *voices = tally->voices;
	if (tally->count)
		qsort(tally->drafts, tally->count, sizeof *tally->drafts, by_rank_and_size);
	struct voices_line *lines = arena_alloc(&voices->arena, tally->count, sizeof *lines);
	for (size_t i = 0; i < tally->count; i++) {
		struct ref of = tally->drafts[i].line.of;
		lines[i] = tally->drafts[i].line;
		voices->described |= of.thing == THING_PERSON &&
			tally->record->people[of.index].about;
		const char *note = of.thing == THING_THEME ? record_told(tally->record, of)
			: of.thing == THING_SOURCE
			? tally->record->sources[of.index].fields[SOURCE_PERSPECTIVE]
			: NULL;
		if (note && strlen(note) > voices->note_most)
			voices->note_most = strlen(note);
		for (int kind = 0; kind < QUOTE_KIND_COUNT && !lines[i].heading; kind++)
			voices->counts.of[kind] += lines[i].counts.of[kind];
	}
	voices->lines = lines;
	voices->line_count = (uint32_t)tally->count;
}

void tally_begin(struct tally *tally, struct voices *voices, const struct result *result,
	enum voices_page page)
{
	const struct record *record = result->record;
	uint32_t slots = record->counts[THING_ERA] + 1;
	*tally = (struct tally){
		.voices = voices,
		.record = record,
		.result = result,
		.speakers = page == VOICES_SPEAKERS,
		.slot_count = slots,
		.slots = mem_zero(slots, sizeof *tally->slots),
		.eras = mem_zero(slots, sizeof *tally->eras),
		.counts = mem_zero(slots, sizeof *tally->counts),
		.used = mem_zero(slots, sizeof *tally->used),
	};
	if (tally->speakers && record->utterances)
		tally->heard = mem_zero(record->counts[THING_QUOTE], sizeof *tally->heard);
	slots_make(tally);
}

void tally_end(struct tally *tally)
{
	columns_make(tally);
	lines_take(tally);
	free(tally->slots);
	free(tally->eras);
	free(tally->counts);
	free(tally->used);
	free(tally->heard);
	free(tally->names);
	free(tally->drafts);
	buf_free(&tally->folded);
}
