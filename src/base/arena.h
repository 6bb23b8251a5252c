/* An arena: many small allocations with one end.
 *
 * The arena owns everything allocated from it; nothing is freed alone. arena_reset gives
 * all of it back at once and keeps one block for the next round. Running out of memory
 * ends the program (see memory.h). */
#ifndef TRUCE_BASE_ARENA_H
#define TRUCE_BASE_ARENA_H

#include <stddef.h>

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

/* The same, not zeroed: for what is written over at once. */
void *arena_raw(struct arena *, size_t size);

/* Copies so many items of so many bytes into the arena; `items` may be NULL where there are
 * none. */
void *arena_copy(struct arena *, const void *items, size_t count, size_t size);

/* Copies `len` bytes into the arena and closes them with NUL. */
char *arena_text(struct arena *, const char *text, size_t len);

#endif
