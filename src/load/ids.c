/* A hash table with linear probing. A slot is 64 bits: half a hash, and the ref; the id itself stays in
 * the record, and is read only where the hashes agree. The table is at most three quarters full.
 * Its own address is mixed into the hash, so that no file can be written to make it slow. */
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

static uint32_t hash_of(const struct ids *ids, enum id_space space, const char *id)
{
	const uint64_t factor = UINT64_C(0x9e3779b97f4a7c15);
	uint64_t hash = ((uint64_t)(uintptr_t)ids + (uint64_t)space) * factor;
	for (; *id; id++) {
		hash = (hash ^ (unsigned char)*id) * factor;
		hash ^= hash >> 29;
	}
	return (uint32_t)(hash >> 32);
}

static uint64_t slot_of(uint32_t hash, struct ref ref)
{
	return (uint64_t)hash << 32 | (uint32_t)ref.index << 4 | ref.thing;
}

static struct ref slot_ref(uint64_t slot)
{
	return record_ref((enum thing)(slot & 15), (uint32_t)slot >> 4);
}

/* The slot that holds the id, or the free one where it belongs. */
static uint64_t *seek(const struct ids *ids, uint32_t hash, enum id_space space, const char *id)
{
	for (size_t at = hash;; at++) {
		uint64_t *slot = &ids->slots[at & (ids->capacity - 1)];
		if (!*slot)
			return slot;
		if (*slot >> 32 != hash)
			continue;
		struct ref ref = slot_ref(*slot);
		if (id_space((enum thing)ref.thing) == space &&
			strcmp(record_id(ids->record, ref), id) == 0)
			return slot;
	}
}

static void grow(struct ids *ids)
{
	struct ids old = *ids;
	ids->capacity = old.capacity ? old.capacity * 2 : 64;
	ids->slots = mem_zero(ids->capacity, sizeof *ids->slots);
	for (size_t i = 0; i < old.capacity; i++) {
		if (!old.slots[i])
			continue;
		size_t at = old.slots[i] >> 32;
		while (ids->slots[at & (ids->capacity - 1)])
			at++;
		ids->slots[at & (ids->capacity - 1)] = old.slots[i];
	}
	free(old.slots);
}

struct ref ids_find(const struct ids *ids, enum id_space space, const char *id)
{
	if (!ids->count)
		return (struct ref){THING_NONE, 0};
	return slot_ref(*seek(ids, hash_of(ids, space, id), space, id));
}

struct ref ids_add(struct ids *ids, struct ref ref)
{
	if (ids->count >= ids->capacity / 4 * 3)
		grow(ids);
	enum id_space space = id_space((enum thing)ref.thing);
	const char *id = record_id(ids->record, ref);
	uint32_t hash = hash_of(ids, space, id);
	uint64_t *slot = seek(ids, hash, space, id);
	if (*slot)
		return slot_ref(*slot);
	*slot = slot_of(hash, ref);
	ids->count++;
	return (struct ref){THING_NONE, 0};
}

void ids_free(struct ids *ids)
{
	free(ids->slots);
	*ids = (struct ids){0};
}
