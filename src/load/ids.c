/* A hash table for each space, with linear probing. A slot is 64 bits: half a hash, and the ref; the id
 * itself stays in the record, and is read only where the hashes agree. A table is at most three quarters
 * full. Its address is mixed into the hash, so that no file can be written to make it slow. */
#include "load/ids.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum id_space id_space(enum thing thing)
{
	switch (thing) {
	case THING_PARTY:
	case THING_SOURCE:
	case THING_PERSON:
	case THING_EDITOR:
		return SPACE_NAMES;
	case THING_THEME:
		return SPACE_THEMES;
	default:
		return SPACE_TIME;
	}
}

static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ hash >> 32;
}

/* Up to eight bytes as a number. */
static uint64_t word_at(const char *bytes, size_t len)
{
	uint64_t word = 0;
	uint32_t low, high;
	if (len >= 4) {
		memcpy(&low, bytes, 4);
		memcpy(&high, bytes + len - 4, 4);
		return (uint64_t)high << 32 | low;
	}
	for (size_t i = 0; i < len; i++)
		word = word << 8 | (unsigned char)bytes[i];
	return word;
}

/* Ids of events and quotations are many, and often count up (treaty-1, treaty-2): there the last byte
 * chooses among the eight slots of a cache line, and what is before it the line. */
static uint32_t hash_of(const struct id_table *table, enum id_space space, const char *id)
{
	size_t len = strlen(id);
	uint64_t hash = mix((uint64_t)(uintptr_t)table, len);
	uint32_t last = 0;
	if (space == SPACE_TIME && len)
		last = (unsigned char)id[--len];
	for (; len > 8; id += 8, len -= 8)
		hash = mix(hash, word_at(id, 8));
	hash = mix(mix(hash, word_at(id, len)), 0) >> 32;
	return space == SPACE_TIME ? ((uint32_t)hash << 3 | (last & 7)) ^ last >> 3 << 27
				   : (uint32_t)hash;
}

static struct ref slot_ref(uint64_t slot)
{
	return record_ref((enum thing)(slot & 15), (uint32_t)slot >> 4);
}

/* The slot that holds the id, or the free one where it belongs. */
static uint64_t *seek(
	const struct record *record, const struct id_table *table, uint32_t hash, const char *id)
{
	for (size_t at = hash;; at++) {
		uint64_t *slot = &table->slots[at & (table->capacity - 1)];
		if (!*slot ||
			(*slot >> 32 == hash &&
				strcmp(record_id(record, slot_ref(*slot)), id) == 0))
			return slot;
	}
}

static void grow(struct id_table *table)
{
	struct id_table old = *table;
	table->capacity = old.capacity ? old.capacity * 2 : 64;
	table->slots = mem_zero(table->capacity, sizeof *table->slots);
	for (size_t i = 0; i < old.capacity; i++) {
		if (!old.slots[i])
			continue;
		size_t at = old.slots[i] >> 32;
		while (table->slots[at & (table->capacity - 1)])
			at++;
		table->slots[at & (table->capacity - 1)] = old.slots[i];
	}
	free(old.slots);
}

struct ref ids_find(const struct ids *ids, enum id_space space, const char *id)
{
	const struct id_table *table = &ids->spaces[space];
	if (!table->count)
		return record_ref(THING_NONE, 0);
	return slot_ref(*seek(ids->record, table, hash_of(table, space, id), id));
}

struct ref ids_add(struct ids *ids, struct ref ref)
{
	enum id_space space = id_space((enum thing)ref.thing);
	struct id_table *table = &ids->spaces[space];
	if (table->count >= table->capacity / 4 * 3)
		grow(table);
	const char *id = record_id(ids->record, ref);
	uint32_t hash = hash_of(table, space, id);
	uint64_t *slot = seek(ids->record, table, hash, id);
	if (*slot)
		return slot_ref(*slot);
	*slot = (uint64_t)hash << 32 | (uint32_t)ref.index << 4 | ref.thing;
	table->count++;
	return record_ref(THING_NONE, 0);
}

void ids_free(struct ids *ids)
{
	for (int i = 0; i < SPACE_COUNT; i++)
		free(ids->spaces[i].slots);
	*ids = (struct ids){0};
}
