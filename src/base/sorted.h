/* Finding a place in a sorted array. */
#ifndef TRUCE_BASE_SORTED_H
#define TRUCE_BASE_SORTED_H

#include <stddef.h>
#include <stdint.h>

/* The place of the first item that is not below `from`, `count` where there is none. Each of the
 * `count` items takes `size` bytes and begins with the uint32_t that they are sorted by: a number
 * itself, or a struct with it as its first member. */
static inline size_t sorted_find(const void *items, size_t count, size_t size, uint32_t from)
{
	const char *base = items;
	size_t low = 0;
	while (low < count) {
		size_t middle = low + (count - low) / 2;
		if (*(const uint32_t *)(const void *)(base + middle * size) < from)
			low = middle + 1;
		else
			count = middle;
	}
	return low;
}

#endif
