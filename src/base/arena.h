/* An arena: many small allocations with one end.
 *
 * The arena owns everything allocated from it; nothing is freed alone. arena_reset gives
 * all of it back at once and keeps one block for the next round. Running out of memory
 * ends the program (see memory.h). */
#ifndef TRUCE_BASE_ARENA_H
#define TRUCE_BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

struct arena {
	struct arena_block *blocks; /* newest first */
	char *at, *end;             /* what is left of the newest block */
	size_t size;                /* of all blocks */
};

/* A zeroed struct arena is an empty arena. */
void arena_reset(struct arena *);
void arena_free(struct arena *);

/* Zeroed memory, aligned for pointers and 64-bit numbers. Valid until the arena is reset or
 * freed. */
void *arena_alloc(struct arena *, size_t count, size_t size);

/* As many bytes, aligned to `align` (a power of two) and not zeroed, where what is left of the
 * newest block may not do. */
void *arena_more(struct arena *, size_t size, size_t align);

/* The same, where most often it does. */
static inline void *arena_take(struct arena *arena, size_t size, size_t align)
{
	size_t skip = -(uintptr_t)arena->at & (align - 1);
	if (!arena->at || size + skip > (size_t)(arena->end - arena->at))
		return arena_more(arena, size, align);
	char *got = arena->at + skip;
	arena->at = got + size;
	return got;
}

/* As arena_alloc, not zeroed: for what is written over at once. */
static inline void *arena_raw(struct arena *arena, size_t size)
{
	return arena_take(arena, size, 8);
}

/* Copies so many items of so many bytes into the arena; `items` may be NULL where there are
 * none. */
void *arena_copy(struct arena *, const void *items, size_t count, size_t size);

/* Copies `len` bytes into the arena and closes them with NUL. */
char *arena_text(struct arena *, const char *text, size_t len);

#endif
