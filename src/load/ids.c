/* A hash table for each space, with linear probing. A slot is 64 bits: half a hash, and the ref;
 * the id itself stays in the record, and is read only where the hashes agree. A table is at most
 * three quarters full. */
#include "load/ids.h"

#include "base/hash.h"
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

static uint32_t hash_of(const char *id)
{
	return (uint32_t)(hash_text(id, strlen(id)) >> 32);
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
	return slot_ref(*seek(ids->record, table, hash_of(id), id));
}

struct ref ids_add(struct ids *ids, struct ref ref)
{
	enum id_space space = id_space((enum thing)ref.thing);
	struct id_table *table = &ids->spaces[space];
	if (table->count >= table->capacity / 4 * 3)
		grow(table);
	const char *id = record_id(ids->record, ref);
	uint32_t hash = hash_of(id);
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
