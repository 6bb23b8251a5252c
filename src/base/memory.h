/* Memory from the system, and the one answer to its end.
 *
 * Running out of memory is the only failure that truce does not report upward:
 * these functions say "truce: out of memory" on standard error and end the program
 * with status 2 (whoever owns a terminal restores it in an atexit handler).
 * So no caller checks for NULL. */
#ifndef TRUCE_BASE_MEMORY_H
#define TRUCE_BASE_MEMORY_H

#include <stddef.h>

/* Caller owns the result and frees it with free(). Sizes of 0 are served as 1. */
void *mem_alloc(size_t size);
void *mem_zero(size_t count, size_t size);
void *mem_resize(void *old, size_t count, size_t size);

/* Grows *items (an array of *capacity elements of `size` bytes from these functions, or NULL
 * with capacity 0) by doubling until it holds `wanted`; *items and *capacity are updated. */
void *mem_grow(void *items, size_t *capacity, size_t wanted, size_t size);

/* As mem_alloc, for what is filled from its beginning on: in pages of 2 MiB where the system has them,
 * since it takes as long to get one as to get a small one. mem_large_size is how many bytes these are. */
void *mem_large(size_t size);
size_t mem_large_size(size_t size);

/* Gives back the pages of such memory from the byte `from` on, up to the last that ends at `to` or before
 * it: they hold zeros then. Returns how many bytes have been given back up to there. */
size_t mem_large_give(void *memory, size_t from, size_t to);

/* The same end, for whoever has asked a library in vain. */
_Noreturn void mem_out(void);

#endif
