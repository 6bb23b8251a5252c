/* See memory.h. Every size is checked for overflow before it reaches malloc. */
#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#ifndef __wasm__ /* which has no pages to ask for */
#include <sys/mman.h>
#endif

_Noreturn void mem_out(void)
{
	fputs("truce: out of memory\n", stderr);
	exit(2);
}

static size_t product(size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		mem_out();
	return count && size ? count * size : 1;
}

void *mem_alloc(size_t size)
{
	void *got = malloc(product(1, size));
	if (!got)
		mem_out();
	return got;
}

enum { LARGE = 2 * 1024 * 1024 }; /* bytes of a large page, or a multiple of it */

size_t mem_large_size(size_t size)
{
	if (size > SIZE_MAX - LARGE)
		mem_out();
	return (size + LARGE - 1) / LARGE * LARGE;
}

void *mem_large(size_t size)
{
	size_t whole = mem_large_size(size);
	void *got = aligned_alloc(LARGE, whole);
	if (!got)
		mem_out();
#ifdef MADV_HUGEPAGE
	madvise(got, whole, MADV_HUGEPAGE); /* where that is refused, pages are small */
#endif
	return got;
}

size_t mem_large_give(void *memory, size_t from, size_t to)
{
	to -= to % LARGE;
#if defined __linux__ && defined MADV_DONTNEED
	if (from < to && !madvise((char *)memory + from, to - from, MADV_DONTNEED))
		return to;
#else
	(void)memory;
#endif
	return from;
}

void *mem_zero(size_t count, size_t size)
{
	void *got = calloc(1, product(count, size));
	if (!got)
		mem_out();
	return got;
}

void *mem_resize(void *old, size_t count, size_t size)
{
	void *got = realloc(old, product(count, size));
	if (!got)
		mem_out();
	return got;
}

void *mem_grow(void *items, size_t *capacity, size_t wanted, size_t size)
{
	if (wanted <= *capacity)
		return items;
	size_t next = *capacity ? *capacity : 8;
	while (next < wanted) {
		if (next > SIZE_MAX / 2)
			mem_out();
		next *= 2;
	}
	*capacity = next;
	return mem_resize(items, next, size);
}
