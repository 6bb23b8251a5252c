/* A page is made line by line (tally.h): of threads, but for that of parallels. Those of speakers are
 * grouped by party when all are there. */
#include "query/voices.h"

#include "base/bits.h"
#include "base/memory.h"
#include "base/sorted.h"
#include "query/scenes.h"
#include "query/tally.h"
#include "query/waits.h"

#include <stdlib.h>

/* Makes the line of a thread; one that has nothing selected only if asked for. Of one utterance its
 * exact words count, if there are any. */
static void line_of_thread(
	struct tally *tally, struct thread thread, struct ref of, bool even_empty)
{
	struct voices_line line = {.of = of};
	tally->line++;
	tally_thread(tally, &line, thread, true);
	tally_thread(tally, &line, thread, false);
	if (record_hides(tally->record, of) || (!line.total && !even_empty))
		return;
	tally_name_thing(tally, of);
	tally_keep(tally, &line, 0);
}

/* ---- sources ---- */

/* First those of which the editor says where they stand, if there are some, and all others. */
static void sources_group(struct tally *tally)
{
	size_t stand = 0;
	for (size_t i = 0; i < tally->count; i++) {
		struct tally_draft *draft = &tally->drafts[i];
		const struct source *source = &tally->record->sources[draft->line.of.index];
		draft->rank = source->fields[SOURCE_PERSPECTIVE] ? 0 : 1;
		draft->line.printed = true;
		stand += !draft->rank;
	}
	if (!stand || stand == tally->count)
		return;
	struct buf first = {0};
	buf_format(&first, "%zu source%s with a view of %s own", stand, stand == 1 ? "" : "s",
		stand == 1 ? "its" : "their");
	const char *group = arena_text(&tally->voices->arena, buf_string(&first), first.len);
	for (size_t i = 0; i < tally->count; i++)
		tally->drafts[i].line.group = tally->drafts[i].rank ? "other sources" : group;
	buf_free(&first);
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
static struct side *sides_rank(struct tally *tally, bool *any)
{
	uint32_t count = tally->record->counts[THING_PARTY];
	struct side *sides = mem_zero((size_t)count + 1, sizeof *sides);
	for (uint32_t p = 0; p < count; p++)
		sides[p].party = p;
	for (size_t i = 0; i < tally->count; i++) {
		struct ref party = record_party(tally->record, tally->drafts[i].line.of);
		if (party.thing != THING_PARTY)
			continue;
		*any |= ++sides[party.index].voices > 1;
		sides[party.index].entries += tally->drafts[i].line.total;
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
static void party_count(struct tally *tally, struct threads *threads, const struct members *members,
	struct voices_line *line, bool exact)
{
	tally_thread(tally, line, threads_of_voice(threads, line->of), exact);
	for (uint32_t n = members->first[line->of.index]; n; n = members->next[n - 1])
		tally_thread(tally, line,
			threads_of_voice(threads, record_ref(THING_PERSON, n - 1)), exact);
}

/* Makes a line of each party whose voices stand together. */
static void headings_make(struct tally *tally, struct threads *threads, const struct side *sides)
{
	const struct record *record = tally->record;
	struct members members = members_find(record);
	uint32_t renderings = tally->voices->renderings;
	for (uint32_t p = 0; p < record->counts[THING_PARTY]; p++) {
		struct voices_line line = {.of = record_ref(THING_PARTY, p),
			.group = record->parties[p].name,
			.heading = true};
		if (sides[p].voices < 2)
			continue;
		tally->line++;
		party_count(tally, threads, &members, &line, true);
		party_count(tally, threads, &members, &line, false);
		tally_name_thing(tally, line.of);
		tally_keep(tally, &line, sides[p].rank);
	}
	tally->voices->renderings = renderings;
	free(members.first);
	free(members.next);
}

static void speakers_group(struct tally *tally, struct threads *threads)
{
	const struct record *record = tally->record;
	bool any = false;
	struct side *sides = sides_rank(tally, &any);
	for (size_t i = 0; i < tally->count; i++) {
		struct tally_draft *draft = &tally->drafts[i];
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
	headings_make(tally, threads, sides);
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
 * not. Over a scene of a lesson its table has to have come. */
static void silent_find(struct tally *tally, struct threads *threads)
{
	const struct record *record = tally->record;
	const struct result *known = result_known(tally->result);
	uint32_t people = record->counts[THING_PERSON], count = 0;
	uint8_t *present = mem_zero((size_t)people + 1, 1);
	for (uint32_t row = 0; row < tally->result->event_count; row++) {
		const struct event *event = result_event(tally->result, row);
		if (result_is_to_come(tally->result, event))
			continue;
		for (uint32_t i = 0; event->people && i < event->people->count; i++)
			mark_person(present, event->people->at[i].person);
		mark_people(present, event->host);
		mark_people(present, event->mediator);
	}
	uint32_t *silent = arena_alloc(&tally->voices->arena, people, sizeof *silent);
	for (uint32_t n = 0; n < people; n++) {
		struct thread thread = threads_of_voice(threads, record_ref(THING_PERSON, n));
		bool speaks = false;
		for (uint32_t i = 0; i < thread.count && !speaks; i++)
			speaks = result_has_quote(known, thread.at[i]);
		if (present[n] && !speaks)
			silent[count++] = n;
	}
	tally->voices->silent = silent;
	tally->voices->silent_count = count;
	free(present);
}

static void speakers_make(struct tally *tally, struct threads *threads)
{
	static const enum thing kinds[] = {THING_PERSON, THING_PARTY, THING_SOURCE};
	const struct record *record = tally->record;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (uint32_t n = 0; n < record->counts[kinds[k]]; n++) {
			struct ref of = record_ref(kinds[k], n);
			line_of_thread(tally, threads_of_voice(threads, of), of, false);
		}
	speakers_group(tally, threads);
	struct thread nobody = threads_of_voice(threads, record_ref(THING_NONE, 0));
	tally->line++;
	for (uint32_t i = 0; i < nobody.count; i++)
		tally->voices->unattributed += result_has_quote(tally->result, nobody.at[i]) &&
			tally_is_new(tally, nobody.at[i], false);
	silent_find(tally, threads);
}

/* ---- parallels ---- */

/* The first parallel of each claimant, by what the claimant is, counted from 1. */
struct claims {
	uint32_t *first[THING_COUNT];
};

static void claims_free(struct claims *claims)
{
	for (int kind = 0; kind < THING_COUNT; kind++)
		free(claims->first[kind]);
}

/* The first with the same claimant; asked in the order of the parallels. */
static uint32_t parallel_first(struct claims *claims, const struct record *record, uint32_t n)
{
	struct ref by = record->parallels[n].claimed_by;
	uint32_t **first = &claims->first[by.thing];
	if (!*first)
		*first = mem_zero((size_t)record->counts[by.thing] + 1, sizeof **first);
	if (!(*first)[by.index])
		(*first)[by.index] = n + 1;
	return (*first)[by.index] - 1;
}

static void parallels_make(struct tally *tally)
{
	const struct record *record = tally->record;
	uint8_t *eras = arena_alloc(&tally->voices->arena, bits_size(record->counts[THING_ERA]), 1);
	struct claims claims = {{0}};
	result_eras(tally->result, eras);
	for (uint32_t n = 0; n < record->counts[THING_PARALLEL]; n++) {
		const struct parallel *parallel = &record->parallels[n];
		uint32_t first = parallel_first(&claims, record, n);
		struct voices_line line = {.of = record_ref(THING_PARALLEL, n),
			.group = record_name(record, parallel->claimed_by)};
		if (!result_likens(tally->result, eras, parallel))
			continue;
		if (waits_claim(tally->result, parallel)) {
			tally->voices->waiting = true;
			continue;
		}
		tally_name(tally, parallel->claim);
		for (uint32_t i = 0; i < parallel->between->count; i++) {
			struct ref end = parallel->between->at[i];
			tally_name(tally, record_name(record, end));
			if (end.thing == THING_EVENT)
				end = record->events[end.index].era;
			tally_count(tally, &line, end, QUOTE_QUOTATION);
		}
		tally_name(tally, record_name(record, parallel->claimed_by));
		tally_keep(tally, &line, first);
	}
	claims_free(&claims);
}

/* ---- lesson plans ---- */

static void plans_make(struct tally *tally)
{
	const struct record *record = tally->record;
	for (uint32_t n = 0; n < record->counts[THING_VIEW]; n++) {
		const struct view *plan = &record->views[n];
		struct voices_line line = {.of = record_ref(THING_VIEW, n)};
		if (record_hides(record, line.of))
			continue;
		line.total = scenes_planned(record, plan);
		tally_name(tally, plan->title);
		tally_name(tally, plan->id);
		tally_keep(tally, &line, n);
	}
}

/* ---- the page ---- */

struct voices *voices_make(
	struct threads *threads, const struct result *result, enum voices_page page)
{
	const struct record *record = result->record;
	struct voices *voices = mem_zero(1, sizeof *voices);
	struct tally tally;
	tally_begin(&tally, voices, result, page);
	if (page == VOICES_SPEAKERS)
		speakers_make(&tally, threads);
	for (uint32_t n = 0; page == VOICES_THEMES && n < record->counts[THING_THEME]; n++)
		line_of_thread(
			&tally, threads_of_theme(threads, n), record_ref(THING_THEME, n), true);
	for (uint32_t n = 0; page == VOICES_SOURCES && n < record->counts[THING_SOURCE]; n++)
		line_of_thread(
			&tally, threads_of_source(threads, n), record_ref(THING_SOURCE, n), true);
	if (page == VOICES_SOURCES)
		sources_group(&tally);
	if (page == VOICES_PARALLELS)
		parallels_make(&tally);
	if (page == VOICES_PLANS)
		plans_make(&tally);
	tally_end(&tally);
	return voices;
}

/* What the lines of a page have, by their things; headings apart. */
struct totals {
	uint32_t *of[2][THING_COUNT];
};

static uint32_t *total_at(
	struct totals *totals, const struct record *record, const struct voices_line *line)
{
	uint32_t **of = &totals->of[line->heading][line->of.thing];
	if (!*of)
		*of = mem_zero((size_t)record->counts[line->of.thing] + 1, sizeof **of);
	return *of + line->of.index;
}

struct voices *voices_make_part(struct threads *threads, const struct result *result,
	const struct result *whole, enum voices_page page)
{
	const struct record *record = whole->record;
	struct voices *voices = voices_make(threads, result, page);
	struct voices *all = voices_make(threads, whole, page);
	struct totals totals = {{{NULL}}};
	struct voices_line *lines = arena_copy(
		&voices->arena, voices->lines, voices->line_count, sizeof *lines);
	for (uint32_t i = 0; i < all->line_count; i++)
		*total_at(&totals, record, &all->lines[i]) = all->lines[i].total;
	for (uint32_t i = 0; i < voices->line_count; i++)
		lines[i].whole = *total_at(&totals, record, &lines[i]);
	voices->lines = lines;
	voices->part = true;
	for (int heading = 0; heading < 2; heading++)
		for (int thing = 0; thing < THING_COUNT; thing++)
			free(totals.of[heading][thing]);
	voices_free(all);
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
