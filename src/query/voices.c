/* A page is made line by line. The entries of a thread are counted into one slot for each era, and
 * the slots that hold something become the cells of its line. Slots stand in the order of time, and
 * so do cells. When all lines are there, they are sorted, and the slots that any of them uses
 * become the columns.
 *
 * With the eras Peace (1856), War (1854) and Siege (no date), the slots are War, Peace, Siege and
 * none. A voice with two entries in Peace and one in no era has the cells {1: 2} and {3: 1}. If
 * nobody has words in War, the columns are Peace, Siege and none, and its cells {0: 2} and {2:
 * 1}. */
#include "query/voices.h"

#include "base/bits.h"
#include "base/memory.h"
#include "base/sorted.h"
#include "model/query.h"

#include <stdlib.h>
#include <string.h>

/* A line with what it is sorted by, and its cells. */
struct draft {
	struct voices_line line;
	struct voices_cell *cells;
	uint32_t rank; /* of its group */
};

struct page {
	struct voices *voices;
	const struct record *record;
	const struct result *result;
	bool speakers;
	uint32_t slot_count;         /* the eras of the record, and none */
	uint32_t *slots, *eras;      /* of each era its slot, of each slot its era */
	struct quote_counts *counts; /* by slot, of the line at hand */
	uint32_t *used, used_count;  /* the slots that it uses */
	/* Of speakers, by utterance: the line that counted it last, from 1; else NULL. */
	uint32_t *heard, line;
	struct buf folded; /* its names, and as they stand */
	const char **names;
	size_t name_count, name_room;
	struct draft *drafts;
	size_t count, capacity;
};

/* ---- a line ---- */

/* All kinds together. */
static uint32_t sum(const struct quote_counts *counts)
{
	uint32_t all = 0;
	for (int kind = 0; kind < QUOTE_KIND_COUNT; kind++)
		all += counts->of[kind];
	return all;
}

/* Counts an entry into the line at hand. */
static void line_count(struct page *page, struct voices_line *line, struct ref era, uint8_t kind)
{
	uint32_t slot = page->slots[era.thing == THING_ERA ? era.index : page->slot_count - 1];
	if (!sum(&page->counts[slot]))
		page->used[page->used_count++] = slot;
	page->counts[slot].of[kind]++;
	line->counts.of[kind]++;
	line->total++;
}

/* Adds a name (or NULL) that the line at hand is found by. */
static void line_fold(struct page *page, const char *name)
{
	if (!name)
		return;
	if (page->folded.len)
		buf_char(&page->folded, '\n');
	query_fold(&page->folded, name, strlen(name));
	page->names = mem_grow(
		page->names, &page->name_room, page->name_count + 1, sizeof *page->names);
	page->names[page->name_count++] = name;
}

static void line_fold_thing(struct page *page, struct ref ref)
{
	const struct record *record = page->record;
	const struct names *aliases = record_aliases(record, ref);
	line_fold(page, record_name(record, ref));
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		line_fold(page, aliases->at[i]);
	if (ref.thing == THING_SOURCE)
		line_fold(page, record->sources[ref.index].fields[SOURCE_SHORT]);
	if (ref.thing == THING_SOURCE && !page->speakers) {
		line_fold(page, record->sources[ref.index].fields[SOURCE_TITLE]);
		line_fold(page, record->sources[ref.index].fields[SOURCE_CONTAINER_TITLE]);
	}
}

static int by_number(const void *a, const void *b)
{
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
	return (left > right) - (left < right);
}

/* Keeps the line at hand, whose entries are counted and whose names are folded. */
static void line_keep(struct page *page, struct voices_line *line, uint32_t rank)
{
	struct arena *arena = &page->voices->arena;
	struct voices_cell *cells = arena_alloc(arena, page->used_count, sizeof *cells);
	qsort(page->used, page->used_count, sizeof *page->used, by_number);
	for (uint32_t i = 0; i < page->used_count; i++) {
		uint32_t slot = page->used[i];
		cells[i] = (struct voices_cell){slot, page->counts[slot]};
		page->counts[slot] = (struct quote_counts){{0}};
	}
	line->cells = cells;
	line->cell_count = page->used_count;
	line->folded = buf_kept(&page->folded, arena);
	line->names = arena_copy(arena, page->names, page->name_count, sizeof *page->names);
	page->name_count = 0;
	page->used_count = 0;
	buf_clear(&page->folded);
	page->drafts = mem_grow(
		page->drafts, &page->capacity, page->count + 1, sizeof *page->drafts);
	page->drafts[page->count++] = (struct draft){*line, cells, rank};
}

/* Whether an entry is no other rendering of an utterance that the line at hand has counted, or,
 * unless `any_line`, that any line has: people come first, and what is reported of a party, one of
 * them may have said. */
static bool utterance_is_new(struct page *page, uint32_t quote, bool any_line)
{
	if (!page->heard)
		return true;
	uint32_t *heard = &page->heard[quote_utterance(page->record, quote)];
	bool anew = !*heard || (any_line && *heard != page->line);
	page->voices->renderings += !anew;
	*heard = page->line;
	return anew;
}

/* Counts the entries of a thread that are exact words, or the others. */
static void thread_count(
	struct page *page, struct voices_line *line, struct thread thread, bool exact)
{
	const struct record *record = page->record;
	for (uint32_t i = 0; i < thread.count; i++) {
		const struct quote *quote = &record->quotes[thread.at[i]];
		if ((quote->kind == QUOTE_QUOTATION) == exact &&
			result_has_quote(page->result, thread.at[i]) &&
			utterance_is_new(page, thread.at[i],
				line->heading || line->of.thing == THING_PERSON))
			line_count(page, line, record->events[quote->event].era, quote->kind);
	}
}

/* Makes the line of a thread; one that has nothing selected only if asked for. Of one utterance its
 * exact words count, if there are any. */
static void line_of_thread(struct page *page, struct thread thread, struct ref of, bool even_empty)
{
	struct voices_line line = {.of = of};
	page->line++;
	thread_count(page, &line, thread, true);
	thread_count(page, &line, thread, false);
	if (record_hides(page->record, of) || (!line.total && !even_empty))
		return;
	line_fold_thing(page, of);
	line_keep(page, &line, 0);
}

/* ---- speakers ---- */

/* Voices of one party stand together under its line where there are two or more; all others under
 * "others", with their party's name; last the sources, and who gives views of no party's in them. */
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
static struct side *sides_rank(struct page *page, bool *any)
{
	uint32_t count = page->record->counts[THING_PARTY];
	struct side *sides = mem_zero((size_t)count + 1, sizeof *sides);
	for (uint32_t p = 0; p < count; p++)
		sides[p].party = p;
	for (size_t i = 0; i < page->count; i++) {
		struct ref party = record_party(page->record, page->drafts[i].line.of);
		if (party.thing != THING_PARTY)
			continue;
		*any |= ++sides[party.index].voices > 1;
		sides[party.index].entries += page->drafts[i].line.total;
	}
	qsort(sides, count, sizeof *sides, by_entries);
	for (uint32_t p = 0; p < count; p++)
		sides[p].rank = p;
	qsort(sides, count, sizeof *sides, by_party);
	return sides;
}

/* The people of each party: the first of them, and behind each the next, counted from 1. */
struct members {
	uint32_t *first, *next;
};

static struct members members_find(const struct record *record)
{
	struct members members = {
		mem_zero((size_t)record->counts[THING_PARTY] + 1, sizeof *members.first),
		mem_zero((size_t)record->counts[THING_PERSON] + 1, sizeof *members.next)};
	for (uint32_t n = record->counts[THING_PERSON]; n > 0; n--) {
		struct ref party = record->people[n - 1].party;
		if (party.thing != THING_PARTY)
			continue;
		members.next[n - 1] = members.first[party.index];
		members.first[party.index] = n;
	}
	return members;
}

/* Counts what all of a party say, each utterance once, its exact words if there are any. */
static void party_count(struct page *page, struct threads *threads, const struct members *members,
	struct voices_line *line, bool exact)
{
	thread_count(page, line, threads_of_voice(threads, line->of), exact);
	for (uint32_t n = members->first[line->of.index]; n; n = members->next[n - 1])
		thread_count(page, line, threads_of_voice(threads, record_ref(THING_PERSON, n - 1)),
			exact);
}

/* Makes a line of each party whose voices stand together. */
static void headings_make(struct page *page, struct threads *threads, const struct side *sides)
{
	const struct record *record = page->record;
	struct members members = members_find(record);
	uint32_t renderings = page->voices->renderings;
	for (uint32_t p = 0; p < record->counts[THING_PARTY]; p++) {
		struct voices_line line = {.of = record_ref(THING_PARTY, p),
			.group = record->parties[p].name,
			.heading = true};
		if (sides[p].voices < 2)
			continue;
		page->line++;
		party_count(page, threads, &members, &line, true);
		party_count(page, threads, &members, &line, false);
		line_fold_thing(page, line.of);
		line_keep(page, &line, sides[p].rank);
	}
	page->voices->renderings = renderings;
	free(members.first);
	free(members.next);
}

static void speakers_group(struct page *page, struct threads *threads)
{
	const struct record *record = page->record;
	bool any = false;
	struct side *sides = sides_rank(page, &any);
	for (size_t i = 0; i < page->count; i++) {
		struct draft *draft = &page->drafts[i];
		struct ref party = record_party(record, draft->line.of);
		bool has_party = party.thing == THING_PARTY;
		bool author = !has_party && draft->line.counts.of[QUOTE_THESIS];
		if (draft->line.of.thing == THING_SOURCE || author) {
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
	headings_make(page, threads, sides);
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

/* Those who sat at a table of a selected event and of whom the record gives no words, selected or
 * not. */
static void silent_find(struct page *page, struct threads *threads)
{
	const struct record *record = page->record;
	const struct result *known = result_known(page->result);
	uint32_t people = record->counts[THING_PERSON], count = 0;
	uint8_t *present = mem_zero((size_t)people + 1, 1);
	for (uint32_t row = 0; row < page->result->event_count; row++) {
		const struct event *event = result_event(page->result, row);
		for (uint32_t i = 0; event->people && i < event->people->count; i++)
			mark_person(present, event->people->at[i].person);
		mark_people(present, event->host);
		mark_people(present, event->mediator);
	}
	uint32_t *silent = arena_alloc(&page->voices->arena, people, sizeof *silent);
	for (uint32_t n = 0; n < people; n++) {
		struct thread thread = threads_of_voice(threads, record_ref(THING_PERSON, n));
		bool speaks = false;
		for (uint32_t i = 0; i < thread.count && !speaks; i++)
			speaks = result_has_quote(known, thread.at[i]);
		if (present[n] && !speaks)
			silent[count++] = n;
	}
	page->voices->silent = silent;
	page->voices->silent_count = count;
	free(present);
}

static void speakers_make(struct page *page, struct threads *threads)
{
	static const enum thing kinds[] = {THING_PERSON, THING_PARTY, THING_SOURCE};
	const struct record *record = page->record;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (uint32_t n = 0; n < record->counts[kinds[k]]; n++) {
			struct ref of = record_ref(kinds[k], n);
			line_of_thread(page, threads_of_voice(threads, of), of, false);
		}
	speakers_group(page, threads);
	struct thread nobody = threads_of_voice(threads, record_ref(THING_NONE, 0));
	page->line++;
	for (uint32_t i = 0; i < nobody.count; i++)
		page->voices->unattributed += result_has_quote(page->result, nobody.at[i]) &&
			utterance_is_new(page, nobody.at[i], false);
	silent_find(page, threads);
}

/* ---- parallels ---- */

static void parallels_make(struct page *page)
{
	const struct record *record = page->record;
	uint8_t *eras = arena_alloc(&page->voices->arena, bits_size(record->counts[THING_ERA]), 1);
	result_eras(page->result, eras);
	for (uint32_t n = 0; n < record->counts[THING_PARALLEL]; n++) {
		const struct parallel *parallel = &record->parallels[n];
		struct voices_line line = {.of = record_ref(THING_PARALLEL, n),
			.group = record_name(record, parallel->claimed_by)};
		if (!result_likens(page->result, eras, parallel))
			continue;
		line_fold(page, parallel->claim);
		for (uint32_t i = 0; i < parallel->between->count; i++) {
			struct ref end = parallel->between->at[i];
			line_fold(page, record_name(record, end));
			if (end.thing == THING_EVENT)
				end = record->events[end.index].era;
			line_count(page, &line, end, QUOTE_QUOTATION);
		}
		line_fold(page, record_name(record, parallel->claimed_by));
		line_keep(page, &line, n);
	}
}

/* ---- columns ---- */

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
static void slots_make(struct page *page)
{
	const struct record *record = page->record;
	uint32_t count = page->slot_count;
	struct era_time *times = mem_zero(count, sizeof *times);
	for (uint32_t era = 0; era < count; era++) {
		const struct date *date = era + 1 < count ? record->eras[era].date : NULL;
		times[era] = (struct era_time){era, date ? date->sort : DATE_NO_SORT};
	}
	qsort(times, count, sizeof *times, by_time);
	for (uint32_t slot = 0; slot < count; slot++) {
		page->eras[slot] = times[slot].era;
		page->slots[times[slot].era] = slot;
	}
	free(times);
}

/* Makes columns of the slots that are used, and renames them in the cells. */
static void columns_make(struct page *page)
{
	struct voices *voices = page->voices;
	uint32_t *most = mem_zero(page->slot_count, sizeof *most);
	uint32_t *columns = mem_zero(page->slot_count, sizeof *columns);
	for (size_t i = 0; i < page->count; i++)
		for (uint32_t k = 0; k < page->drafts[i].line.cell_count; k++) {
			const struct voices_cell *cell = &page->drafts[i].cells[k];
			uint32_t entries = sum(&cell->counts);
			if (page->drafts[i].line.heading && entries)
				entries = 1; /* it takes no room from the others */
			most[cell->era] = entries > most[cell->era] ? entries : most[cell->era];
		}
	struct voices_era *eras = arena_alloc(&voices->arena, page->slot_count, sizeof *eras);
	for (uint32_t slot = 0; slot < page->slot_count; slot++) {
		uint32_t era = page->eras[slot];
		bool none = era + 1 == page->slot_count;
		columns[slot] = voices->era_count;
		if (most[slot])
			eras[voices->era_count++] = (struct voices_era){
				none ? record_ref(THING_NONE, 0) : record_ref(THING_ERA, era),
				most[slot]};
	}
	for (size_t i = 0; i < page->count; i++)
		for (uint32_t k = 0; k < page->drafts[i].line.cell_count; k++)
			page->drafts[i].cells[k].era = columns[page->drafts[i].cells[k].era];
	voices->eras = eras;
	free(most);
	free(columns);
}

/* ---- the page ---- */

static int by_rank_and_size(const void *a, const void *b)
{
	const struct draft *left = a, *right = b;
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

static void lines_take(struct page *page)
{
	struct voices *voices = page->voices;
	if (page->count)
		qsort(page->drafts, page->count, sizeof *page->drafts, by_rank_and_size);
	struct voices_line *lines = arena_alloc(&voices->arena, page->count, sizeof *lines);
	for (size_t i = 0; i < page->count; i++) {
		struct ref of = page->drafts[i].line.of;
		lines[i] = page->drafts[i].line;
		voices->described |= of.thing == THING_PERSON &&
			page->record->people[of.index].about;
		const char *note = of.thing == THING_THEME ? page->record->themes[of.index].note
							   : NULL;
		if (note && strlen(note) > voices->note_most)
			voices->note_most = strlen(note);
		for (int kind = 0; kind < QUOTE_KIND_COUNT && !lines[i].heading; kind++)
			voices->counts.of[kind] += lines[i].counts.of[kind];
	}
	voices->lines = lines;
	voices->line_count = (uint32_t)page->count;
}

struct voices *voices_make(
	struct threads *threads, const struct result *result, enum voices_page kind)
{
	const struct record *record = result->record;
	struct voices *voices = mem_zero(1, sizeof *voices);
	uint32_t slots = record->counts[THING_ERA] + 1;
	struct page page = {
		.voices = voices,
		.record = record,
		.result = result,
		.speakers = kind == VOICES_SPEAKERS,
		.slot_count = slots,
		.slots = mem_zero(slots, sizeof *page.slots),
		.eras = mem_zero(slots, sizeof *page.eras),
		.counts = mem_zero(slots, sizeof *page.counts),
		.used = mem_zero(slots, sizeof *page.used),
	};
	if (kind == VOICES_SPEAKERS && record->utterances)
		page.heard = mem_zero(record->counts[THING_QUOTE], sizeof *page.heard);
	slots_make(&page);
	if (kind == VOICES_SPEAKERS)
		speakers_make(&page, threads);
	for (uint32_t n = 0; kind == VOICES_THEMES && n < record->counts[THING_THEME]; n++)
		line_of_thread(
			&page, threads_of_theme(threads, n), record_ref(THING_THEME, n), true);
	for (uint32_t n = 0; kind == VOICES_SOURCES && n < record->counts[THING_SOURCE]; n++)
		line_of_thread(
			&page, threads_of_source(threads, n), record_ref(THING_SOURCE, n), true);
	if (kind == VOICES_PARALLELS)
		parallels_make(&page);
	columns_make(&page);
	lines_take(&page);
	free(page.slots);
	free(page.eras);
	free(page.counts);
	free(page.used);
	free(page.heard);
	free(page.names);
	free(page.drafts);
	buf_free(&page.folded);
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
	size_t place = sorted_find(line->cells, line->cell_count, sizeof *line->cells, era);
	if (place < line->cell_count && line->cells[place].era == era)
		return line->cells[place].counts;
	return (struct quote_counts){{0}};
}

/* ---- what selects a line ---- */

static void add_id(
	struct buf *query, const struct record *record, struct ref ref, const char *before)
{
	buf_text(query, before);
	buf_text(query, record_id(record, ref));
}

/* The events that a parallel names, else its eras. */
static void parallel_query(struct buf *query, const struct record *record, uint32_t n)
{
	static const enum thing things[] = {THING_EVENT, THING_ERA};
	const struct refs *between = record->parallels[n].between;
	for (size_t k = 0; k < 2 && !query->len; k++)
		for (uint32_t i = 0; i < between->count; i++)
			if (between->at[i].thing == things[k])
				add_id(query, record, between->at[i],
					query->len  ? ","
						: k ? "era:"
						    : "id:");
}

void voices_query(struct buf *query, const struct record *record, const struct voices_line *line,
	enum voices_page page)
{
	if (line->of.thing == THING_PARALLEL)
		parallel_query(query, record, line->of.index);
	else
		add_id(query, record, line->of,
			line->heading                    ? "by:"
				: page == VOICES_THEMES  ? "theme:"
				: page == VOICES_SOURCES ? "source:"
							 : "speaker:");
}
