/* See memory.h. Every size is checked for overflow before it reaches malloc. */
#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

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
