/* Voices under one party stand together where there are two or more; all others under "others", with their
 * party's name, and sources last. */
#include "query/voices_maker.h"

#include "base/memory.h"

#include <stdlib.h>

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
static struct side *sides_rank(struct voices_maker *maker, bool *any)
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

static void speakers_group(struct voices_maker *maker)
{
	const struct record *record = maker->record;
	bool any = false;
	struct side *sides = sides_rank(maker, &any);
	for (size_t i = 0; i < maker->count; i++) {
		struct voices_draft *draft = &maker->drafts[i];
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
static void silent_find(struct voices_maker *maker, struct threads *threads)
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

void voices_speakers_make(struct voices_maker *maker, struct threads *threads)
{
	static const enum thing kinds[] = {THING_PERSON, THING_PARTY, THING_SOURCE};
	const struct record *record = maker->record;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (uint32_t n = 0; n < record->counts[kinds[k]]; n++) {
			struct ref of = record_ref(kinds[k], n);
			voices_maker_thread(maker, threads_of_voice(threads, of), of, false);
		}
	speakers_group(maker);
	struct thread nobody = threads_of_voice(threads, record_ref(THING_NONE, 0));
	for (uint32_t i = 0; i < nobody.count; i++)
		maker->voices->unattributed += result_has_quote(maker->result, nobody.at[i]);
	silent_find(maker, threads);
}
