/* Each index is two arrays: `at` holds the quotations, those of one key side by side, and `start`
 * says where those of each key begin, with one more at the end. It is made by counting. The links
 * of all quotations are read once to count those of each key, and once more to put them into their
 * places. Quotations are read in the order of the timeline, so those of every key come out in it.
 *
 * Three quotations, of speakers 1, 0 and 1, make start = {0, 1, 3} and at = {1, 0, 2}. */
#include "query/threads.h"

#include "base/bits.h"
#include "base/memory.h"
#include "base/sorted.h"

#include <stdlib.h>
#include <string.h>

enum index_kind {
	INDEX_VOICE,  /* keys: people, parties, sources, none */
	INDEX_THEME,  /* themes */
	INDEX_SOURCE, /* sources */
	INDEX_ANSWER, /* the quotations answered */
	INDEX_ABOUT,  /* events, people */
	INDEX_COUNT
};

struct index {
	uint32_t *start, *at;
	uint32_t *last; /* while building: the quotation last taken for a key, and one */
	uint32_t keys;
	bool built;
};

struct threads {
	const struct record *record;
	struct index indexes[INDEX_COUNT];
	uint8_t *heard; /* parties of which somebody has words */
};

struct threads *threads_create(const struct record *record)
{
	struct threads *threads = mem_zero(1, sizeof *threads);
	threads->record = record;
	return threads;
}

void threads_free(struct threads *threads)
{
	if (!threads)
		return;
	for (int kind = 0; kind < INDEX_COUNT; kind++) {
		free(threads->indexes[kind].start);
		free(threads->indexes[kind].at);
	}
	free(threads->heard);
	free(threads);
}

/* How many keys an index has. */
static uint32_t key_count(const struct record *record, enum index_kind kind)
{
	const uint32_t *counts = record->counts;
	switch (kind) {
	case INDEX_VOICE:
		return counts[THING_PERSON] + counts[THING_PARTY] + counts[THING_SOURCE] + 1;
	case INDEX_THEME:
		return counts[THING_THEME];
	case INDEX_SOURCE:
		return counts[THING_SOURCE];
	case INDEX_ANSWER:
		return counts[THING_QUOTE];
	case INDEX_ABOUT:
		return counts[THING_EVENT] + counts[THING_PERSON];
	case INDEX_COUNT:
		break;
	}
	return 0;
}

/* The key of a thing; false where an index has none for it. */
static bool key_of(const struct record *record, enum index_kind kind, struct ref ref, uint32_t *key)
{
	const uint32_t *counts = record->counts;
	uint32_t before = 0;
	if (kind == INDEX_VOICE) {
		if (ref.thing == THING_PARTY)
			before = counts[THING_PERSON];
		else if (ref.thing == THING_SOURCE)
			before = counts[THING_PERSON] + counts[THING_PARTY];
		else if (ref.thing == THING_NONE)
			before = key_count(record, kind) - 1;
		else if (ref.thing != THING_PERSON)
			return false;
	} else if (ref.thing == THING_NONE) {
		return false;
	} else if (kind == INDEX_ABOUT) {
		if (ref.thing == THING_PERSON)
			before = counts[THING_EVENT];
		else if (ref.thing != THING_EVENT)
			return false;
	}
	*key = before + ref.index;
	return *key < key_count(record, kind);
}

/* One link from a key to a quotation, each once: counted, or put into its place (`start` then moves
 * on). */
static void link_take(
	struct threads *threads, enum index_kind kind, struct ref ref, uint32_t quote, bool placing)
{
	struct index *index = &threads->indexes[kind];
	uint32_t key;
	if (!key_of(threads->record, kind, ref, &key) || index->last[key] == quote + 1)
		return;
	index->last[key] = quote + 1;
	if (placing)
		index->at[index->start[key]++] = quote;
	else
		index->start[key + 1]++;
}

static void links_take(struct threads *threads, enum index_kind kind, const struct refs *refs,
	uint32_t quote, bool placing)
{
	for (uint32_t i = 0; refs && i < refs->count; i++)
		link_take(threads, kind, refs->at[i], quote, placing);
}

static void sources_take(
	struct threads *threads, const struct quote *quote, uint32_t n, bool placing)
{
	const struct attestation *at = NULL;
	link_take(threads, INDEX_SOURCE, quote->source, n, placing);
	while ((at = quote_place_next(quote, at)))
		link_take(threads, INDEX_SOURCE, at->source, n, placing);
	if (quote->more)
		links_take(threads, INDEX_SOURCE, quote->more->via, n, placing);
}

static void quotes_take(struct threads *threads, enum index_kind kind, bool placing)
{
	const struct record *record = threads->record;
	for (uint32_t n = 0; n < record->counts[THING_QUOTE]; n++) {
		const struct quote *quote = &record->quotes[n];
		if (kind == INDEX_VOICE)
			link_take(threads, kind, quote_voice(quote), n, placing);
		else if (kind == INDEX_SOURCE)
			sources_take(threads, quote, n, placing);
		else
			links_take(threads, kind,
				kind == INDEX_THEME            ? quote->themes
					: kind == INDEX_ANSWER ? quote->answers
							       : quote->about,
				n, placing);
	}
}

/* Each index is built by itself, when it is first asked: a page that says who answers waits for no more. */
static void build(struct threads *threads, enum index_kind kind)
{
	struct index *index = &threads->indexes[kind];
	index->keys = key_count(threads->record, kind);
	index->start = mem_zero((size_t)index->keys + 2, sizeof *index->start);
	index->last = mem_zero(index->keys, sizeof *index->last);
	quotes_take(threads, kind, false);
	for (uint32_t key = 1; key <= index->keys; key++)
		index->start[key] += index->start[key - 1];
	index->at = mem_alloc(index->start[index->keys] * sizeof *index->at);
	memset(index->last, 0, index->keys * sizeof *index->last);
	quotes_take(threads, kind, true);
	/* Each start has moved to its end, which is where the next one begins. */
	for (uint32_t key = index->keys; key > 0; key--)
		index->start[key] = index->start[key - 1];
	index->start[0] = 0;
	free(index->last);
	index->last = NULL;
	index->built = true;
}

static struct thread thread_of(struct threads *threads, enum index_kind kind, struct ref ref)
{
	uint32_t key;
	if (!threads->indexes[kind].built)
		build(threads, kind);
	const struct index *index = &threads->indexes[kind];
	if (!key_of(threads->record, kind, ref, &key))
		return (struct thread){NULL, 0};
	return (struct thread){
		index->at + index->start[key], index->start[key + 1] - index->start[key]};
}

struct thread threads_of_voice(struct threads *threads, struct ref voice)
{
	return thread_of(threads, INDEX_VOICE, voice);
}

static void hear_people(struct threads *threads)
{
	const struct record *record = threads->record;
	threads->heard = mem_zero(bits_size(record->counts[THING_PARTY]) + 1, 1);
	for (uint32_t n = 0; n < record->counts[THING_PERSON]; n++) {
		struct ref party = record->people[n].party;
		if (party.thing == THING_PARTY &&
			threads_of_voice(threads, record_ref(THING_PERSON, n)).count)
			bit_set(threads->heard, party.index);
	}
}

bool threads_party_is_heard(struct threads *threads, uint32_t party)
{
	if (!threads->heard)
		hear_people(threads);
	return bit_get(threads->heard, party) ||
		threads_of_voice(threads, record_ref(THING_PARTY, party)).count;
}

struct thread threads_of_theme(struct threads *threads, uint32_t theme)
{
	return thread_of(threads, INDEX_THEME, record_ref(THING_THEME, theme));
}

struct thread threads_of_source(struct threads *threads, uint32_t source)
{
	return thread_of(threads, INDEX_SOURCE, record_ref(THING_SOURCE, source));
}

struct thread threads_answering(struct threads *threads, uint32_t quote)
{
	return thread_of(threads, INDEX_ANSWER, record_ref(THING_QUOTE, quote));
}

struct thread threads_about(struct threads *threads, struct ref ref)
{
	return thread_of(threads, INDEX_ABOUT, ref);
}

uint32_t thread_find(struct thread thread, uint32_t quote)
{
	return (uint32_t)sorted_find(thread.at, thread.count, sizeof *thread.at, quote);
}
