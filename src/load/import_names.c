/* Open addressing; at most half of the slots are taken. */
#include "load/import_names.h"

#include "base/hash.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static struct import_name *slot_of(
	const struct import_names *names, uint64_t hash, const char *text, size_t len)
{
	size_t at = hash & (names->capacity - 1);
	for (;; at = (at + 1) & (names->capacity - 1)) {
		struct import_name *slot = &names->slots[at];
		if (!slot->text ||
			(slot->hash == hash && !strncmp(slot->text, text, len) && !slot->text[len]))
			return slot;
	}
}

static void grow(struct import_names *names)
{
	struct import_names more = {.capacity = names->capacity ? names->capacity * 2 : 64};
	more.slots = mem_zero(more.capacity, sizeof *more.slots);
	more.count = names->count;
	for (size_t i = 0; i < names->capacity; i++) {
		const struct import_name *old = &names->slots[i];
		if (old->text)
			*slot_of(&more, old->hash, old->text, strlen(old->text)) = *old;
	}
	free(names->slots);
	*names = more;
}

struct import_name *import_name(
	struct import_names *names, struct arena *arena, const char *text, size_t len)
{
	uint64_t hash = hash_text(text, len);
	if (names->count >= names->capacity / 2)
		grow(names);
	struct import_name *slot = slot_of(names, hash, text, len);
	if (!slot->text) {
		slot->text = arena_text(arena, text, len);
		slot->hash = hash;
		names->count++;
	}
	return slot;
}

void import_names_free(struct import_names *names)
{
	free(names->slots);
	*names = (struct import_names){0};
}
