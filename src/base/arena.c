/* Blocks in a list, the newest first; each allocation moves a pointer forward. Blocks grow
 * from 4 KiB to 256 KiB, so that a small record stays small and a large one costs few calls; behind
 * a MiB they are as large as the large pages of most systems, of which they are made.
 * An allocation above a quarter of the block size gets a block of its own behind the newest,
 * so that it does not throw away what is left of that one. */
#include "base/arena.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	BLOCK_FIRST = 4096,
	BLOCK_MOST = 256 * 1024,
	BLOCK_LARGE = 2 * 1024 * 1024 /* where half of that is in use */
};

struct arena_block {
	struct arena_block *next;
	size_t size;
	alignas(max_align_t) char bytes[];
};

static struct arena_block *block_create(struct arena *arena, size_t size)
{
	bool large = size >= BLOCK_LARGE - sizeof(struct arena_block);
	size_t whole = sizeof(struct arena_block) + size;
	struct arena_block *block = large ? mem_large(whole) : mem_alloc(whole);
	block->size = size;
	arena->size += whole;
	return block;
}

static void blocks_free(struct arena_block *block)
{
	while (block) {
		struct arena_block *next = block->next;
		free(block);
		block = next;
	}
}

void *arena_more(struct arena *arena, size_t size, size_t align)
{
	size_t skip = arena->at ? -(uintptr_t)arena->at & (align - 1) : 0;
	if (arena->at && size + skip <= (size_t)(arena->end - arena->at)) {
		char *got = arena->at + skip;
		arena->at = got + size;
		return got;
	}
	size_t last = arena->blocks ? arena->blocks->size : 0;
	size_t normal = arena->size >= BLOCK_LARGE / 2 ? BLOCK_LARGE - sizeof *arena->blocks
		: last < BLOCK_FIRST                   ? BLOCK_FIRST
		: last >= BLOCK_MOST                   ? BLOCK_MOST
						       : last * 2;
	if (arena->blocks && size > normal / 4) {
		struct arena_block *own = block_create(arena, size);
		own->next = arena->blocks->next;
		arena->blocks->next = own;
		return own->bytes;
	}
	struct arena_block *block = block_create(arena, size > normal ? size : normal);
	block->next = arena->blocks;
	arena->blocks = block;
	arena->at = block->bytes + size;
	arena->end = block->bytes + block->size;
	return block->bytes;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / 2 / size)
		return mem_zero(count, size); /* says "out of memory" and ends */
	size_t bytes = count * size;
	return memset(arena_raw(arena, bytes), 0, bytes);
}

void *arena_copy(struct arena *arena, const void *items, size_t count, size_t size)
{
	void *copy = arena_alloc(arena, count, size);
	if (count)
		memcpy(copy, items, count * size);
	return copy;
}

char *arena_text(struct arena *arena, const char *text, size_t len)
{
	char *got = arena_take(arena, len + 1, 1);
	if (len)
		memcpy(got, text, len);
	got[len] = '\0';
	return got;
}

void arena_reset(struct arena *arena)
{
	struct arena_block *keep = arena->blocks;
	while (keep && keep->size > BLOCK_MOST) {
		struct arena_block *next = keep->next;
		free(keep);
		keep = next;
	}
	*arena = (struct arena){.blocks = keep};
	if (!keep)
		return;
	blocks_free(keep->next);
	keep->next = NULL;
	arena->size = sizeof *keep + keep->size;
	arena->at = keep->bytes;
	arena->end = keep->bytes + keep->size;
}

void arena_free(struct arena *arena)
{
	blocks_free(arena->blocks);
	*arena = (struct arena){0};
}
