/* Two tables, of ids and of what things are called by, from each text to all things that have it. What
 * is near is found among the texts (similar.h), and the things of these are few. */
#include "load/lookup.h"

#include "base/hash.h"
#include "base/similar.h"

#include <stdlib.h>
#include <string.h>

/* A text, and the first and the last of those that have it: numbers from 1. */
struct name {
	const char *text;
	unsigned things;
	uint32_t first, last;
};

struct bearer {
	struct ref ref;
	uint32_t next; /* a number from 1; 0 behind the last */
};

struct table {
	struct name *names;
	size_t count, capacity;
	uint32_t *slots; /* numbers of names by their texts, from 1 */
	size_t size;
	struct bearer *bearers;
	size_t bearer_count, bearer_capacity;
	struct similar *similar; /* of the names; NULL until it is asked for */
};

struct lookup {
	struct table ids, called;
	struct similar_found found;
};

/* ---- what there is ---- */

static uint32_t *seek(const struct table *table, const char *text)
{
	size_t at = (size_t)hash_text(text, strlen(text));
	for (;; at++) {
		uint32_t *slot = &table->slots[at & (table->size - 1)];
		if (!*slot || strcmp(table->names[*slot - 1].text, text) == 0)
			return slot;
	}
}

static void grow(struct table *table)
{
	free(table->slots);
	table->size = table->size ? table->size * 2 : 256;
	table->slots = mem_zero(table->size, sizeof *table->slots);
	for (size_t i = 0; i < table->count; i++)
		*seek(table, table->names[i].text) = (uint32_t)i + 1;
}

static void add(struct table *table, const char *text, struct ref ref)
{
	if (!text || !*text)
		return;
	if (table->count >= table->size / 2)
		grow(table);
	uint32_t *slot = seek(table, text);
	if (!*slot) {
		table->names = mem_grow(
			table->names, &table->capacity, table->count + 1, sizeof *table->names);
		table->names[table->count++] = (struct name){.text = text};
		*slot = (uint32_t)table->count;
	}
	struct name *name = &table->names[*slot - 1];
	if (name->last && ref_same(table->bearers[name->last - 1].ref, ref))
		return;
	table->bearers = mem_grow(table->bearers, &table->bearer_capacity, table->bearer_count + 1,
		sizeof *table->bearers);
	table->bearers[table->bearer_count++] = (struct bearer){.ref = ref};
	uint32_t number = (uint32_t)table->bearer_count;
	*(name->last ? &table->bearers[name->last - 1].next : &name->first) = number;
	name->last = number;
	name->things |= THING_BIT(ref.thing);
}

static void called_add(struct table *called, const struct record *record, struct ref ref)
{
	const struct names *aliases = record_aliases(record, ref);
	add(called,
		ref.thing == THING_QUOTE ? record->quotes[ref.index].text
					 : record_name(record, ref),
		ref);
	if (ref.thing == THING_SOURCE)
		add(called, record->sources[ref.index].fields[SOURCE_SHORT], ref);
	for (uint32_t i = 0; aliases && i < aliases->count; i++)
		add(called, aliases->at[i], ref);
}

static struct lookup *lookup_of(struct loader *load)
{
	const struct record *record = load->record;
	if (load->lookup)
		return load->lookup;
	struct lookup *lookup = load->lookup = mem_zero(1, sizeof *lookup);
	grow(&lookup->ids);
	grow(&lookup->called);
	for (unsigned thing = THING_ERA; thing <= THING_PARALLEL; thing++)
		for (uint32_t i = 0; i < record->counts[thing]; i++) {
			struct ref ref = record_ref((enum thing)thing, i);
			const char *id = record_id(record, ref);
			if (!id || !*id)
				continue;
			add(&lookup->ids, id, ref);
			called_add(&lookup->called, record, ref);
		}
	return lookup;
}

static void table_free(struct table *table)
{
	free(table->names);
	free(table->slots);
	free(table->bearers);
}

void lookup_free(struct lookup *lookup)
{
	if (!lookup)
		return;
	table_free(&lookup->ids);
	table_free(&lookup->called);
	free(lookup->found.at);
	free(lookup);
}

/* ---- what is found ---- */

struct ref lookup_called(struct loader *load, unsigned things, const char *word)
{
	const struct table *called = &lookup_of(load)->called;
	uint32_t name = *seek(called, word);
	uint32_t at = name && called->names[name - 1].things & things
		? called->names[name - 1].first
		: 0;
	for (; at; at = called->bearers[at - 1].next)
		if (things & THING_BIT(called->bearers[at - 1].ref.thing))
			return called->bearers[at - 1].ref;
	return (struct ref){THING_NONE, 0};
}

static bool is_before(struct ref a, struct ref b)
{
	return a.thing != b.thing ? a.thing < b.thing : a.index < b.index;
}

/* The first bearer of these kinds of the names that were found; where `unused` says so, the first to
 * which nothing refers before it. */
static struct ref bearer_first(
	const struct loader *load, const struct table *table, unsigned things, bool unused)
{
	const struct similar_found *found = &load->lookup->found;
	struct ref first = {THING_NONE, 0};
	bool first_used = false;
	for (size_t i = 0; i < found->count; i++)
		for (uint32_t at = table->names[found->at[i]].first; at;
			at = table->bearers[at - 1].next) {
			struct ref ref = table->bearers[at - 1].ref;
			bool used = unused && loader_used(load, ref);
			if (!(things & THING_BIT(ref.thing)))
				continue;
			if (first.thing == THING_NONE ||
				(used != first_used ? first_used : is_before(ref, first))) {
				first = ref;
				first_used = used;
			}
			if (!used)
				break; /* the others stand behind it */
		}
	return first;
}

static void similar_to(
	struct loader *load, struct table *table, unsigned things, unsigned kept, const char *word)
{
	if (!table->similar) {
		struct similar_word *words = mem_zero(table->count + 1, sizeof *words);
		for (size_t i = 0; i < table->count; i++)
			words[i] = (struct similar_word){
				table->names[i].text, table->names[i].things & kept};
		table->similar = similar_make(&load->scratch, words, table->count);
		free(words);
	}
	similar_find(table->similar, word, things & kept, &load->lookup->found);
}

struct ref lookup_near_id(struct loader *load, unsigned things, const char *word)
{
	struct table *ids = &lookup_of(load)->ids;
	similar_to(load, ids, things, ~0u, word);
	return bearer_first(load, ids, things, true);
}

struct ref lookup_near(struct loader *load, unsigned things, const char *word)
{
	const unsigned named = THING_BIT(THING_PERSON + 1) - 1;
	struct table *called = &lookup_of(load)->called;
	similar_to(load, called, things, named, word);
	return bearer_first(load, called, things & named, false);
}
