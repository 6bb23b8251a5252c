/* A handful of keys is compared one by one, and only when a word of 64 bits does not already say
 * that the key is new; from 16 keys on the slots are a hash table with linear probing. So an event
 * of ten fields costs next to nothing, and a mapping of a million people stays linear. */
#include "base/node_keys.h"

#include <stdbool.h>
#include <string.h>

enum { FEW = 16 };

/* Differs from run to run, so that no file can be made of keys that collide. */
static uint64_t seed(void)
{
	static const char here = 0;
	return (uint64_t)(uintptr_t)&here;
}

static uint64_t hash_of(const struct node *key)
{
	uint64_t hash = seed() ^ (key->len * UINT64_C(0x9e3779b97f4a7c15));
	size_t at = 0;
	for (; at < key->len; at += 8) {
		uint64_t word = 0;
		memcpy(&word, key->text + at, key->len - at < 8 ? key->len - at : 8);
		hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
		hash ^= hash >> 32;
	}
	return hash;
}

static bool same(const struct node *a, const struct node *b)
{
	return a->len == b->len && !memcmp(a->text, b->text, a->len);
}

/* The slot that holds the key, or the empty one where it belongs. */
static size_t slot_of(const struct node_keys *keys, const struct node *key, uint64_t hash)
{
	size_t slot = hash >> 7 & (keys->size - 1);
	while (keys->slots[slot] && !same(keys->slots[slot], key))
		slot = (slot + 1) & (keys->size - 1);
	return slot;
}

static void table_grow(struct node_keys *keys, struct arena *arena)
{
	struct node_keys next = {.size = keys->size * 4, .count = keys->count, .seen = keys->seen};
	next.slots = arena_alloc(arena, next.size, sizeof *next.slots);
	for (size_t i = 0; i < keys->size; i++)
		if (keys->slots[i])
			next.slots[slot_of(&next, keys->slots[i], hash_of(keys->slots[i]))] =
				keys->slots[i];
	*keys = next;
}

static const struct node *few_add(struct node_keys *keys, const struct node *key)
{
	uint64_t bit = UINT64_C(1) << ((key->len * 7 + (unsigned char)key->text[0]) & 63);
	if (keys->seen & bit)
		for (size_t i = 0; i < keys->count; i++)
			if (same(keys->slots[i], key))
				return keys->slots[i];
	keys->seen |= bit;
	keys->slots[keys->count++] = key;
	return NULL;
}

const struct node *node_keys_add(
	struct node_keys *keys, struct arena *arena, const struct node *key)
{
	if (!keys->slots) {
		keys->size = FEW;
		keys->slots = arena_alloc(arena, keys->size, sizeof *keys->slots);
	}
	if (keys->size == FEW && keys->count < FEW)
		return few_add(keys, key);
	if (keys->count >= keys->size / 2)
		table_grow(keys, arena);
	size_t slot = slot_of(keys, key, hash_of(key));
	if (keys->slots[slot])
		return keys->slots[slot];
	keys->slots[slot] = key;
	keys->count++;
	return NULL;
}
