/* A hash table of nothing but hashes, with linear probing, at most half full. */
#include "load/unread.h"

#include "base/hash.h"
#include "base/text.h"
#include "load/loader.h"
#include "load/values.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST = 64, PLACE_SALT = 1, LONG = 256 }; /* bytes of what is prose, and no list of ids */

static size_t slot_of(const struct unread *unread, uint64_t hash)
{
	size_t slot = hash & (unread->capacity - 1);
	while (unread->slots[slot] && unread->slots[slot] != hash)
		slot = (slot + 1) & (unread->capacity - 1);
	return slot;
}

static void grow(struct unread *unread)
{
	struct unread next = {.capacity = unread->capacity ? unread->capacity * 4 : FIRST};
	next.slots = mem_zero(next.capacity, sizeof *next.slots);
	for (size_t i = 0; i < unread->capacity; i++)
		if (unread->slots[i])
			next.slots[slot_of(&next, unread->slots[i])] = unread->slots[i];
	free(unread->slots);
	unread->slots = next.slots;
	unread->capacity = next.capacity;
}

static void add(struct unread *unread, uint64_t hash)
{
	if (unread->count >= unread->capacity / 2)
		grow(unread);
	size_t slot = slot_of(unread, hash);
	unread->count += !unread->slots[slot];
	unread->slots[slot] = hash;
}

static bool has(const struct unread *unread, uint64_t hash)
{
	return unread->count && unread->slots[slot_of(unread, hash)];
}

/* Never 0, which is a free slot. */
static uint64_t hash_of(const char *text, size_t len)
{
	uint64_t hash = hash_text(text, len);
	return hash ? hash : 1;
}

static bool is_of_id(int32_t code)
{
	return code == '-' || code == '_' || text_is_letter(code) || text_is_digit(code) ||
		text_is_mark(code);
}

/* The whole text, and each word in it: what is no id may hold some. */
static void text_add(struct loader *load, const struct node *node)
{
	if (!node->len || node->len > LONG)
		return;
	const char *text = value_normal(load, node);
	size_t len = strlen(text), from = 0, bytes;
	add(&load->unread, hash_of(text, len));
	for (size_t at = 0; at < len; at += bytes) {
		if (is_of_id(text_decode(text + at, len - at, &bytes)))
			continue;
		if (at > from)
			add(&load->unread, hash_of(text + from, at - from));
		from = at + bytes;
	}
	if (from && len > from)
		add(&load->unread, hash_of(text + from, len - from));
}

void unread_value(struct loader *load, const struct node *node)
{
	if (node->kind == NODE_SCALAR)
		text_add(load, node);
	for (const struct node *child = node->child; child; child = child->next) {
		if (child->key)
			text_add(load, child->key);
		unread_value(load, child);
	}
}

void unread_word(struct loader *load, const char *id)
{
	add(&load->unread, hash_of(id, strlen(id)));
}

bool unread_holds(const struct loader *load, const char *id)
{
	return has(&load->unread, hash_of(id, strlen(id)));
}

static uint64_t place_hash(struct place place)
{
	const uint32_t all[] = {PLACE_SALT, place.file, place.line, place.column};
	return hash_of((const char *)all, sizeof all);
}

void unread_mapping(struct loader *load, struct place place)
{
	add(&load->unread, place_hash(place));
}

bool unread_at(const struct loader *load, struct place place)
{
	return has(&load->unread, place_hash(place));
}
