/* The hash of a text, for tables that live as long as the run. */
#ifndef TRUCE_BASE_HASH_H
#define TRUCE_BASE_HASH_H

#include "base/memory.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Up to eight bytes as a number, of one length each another. */
static inline uint64_t hash_word(const char *text, size_t len)
{
	uint32_t first = 0, last = 0;
	if (len >= sizeof first) {
		memcpy(&first, text, sizeof first);
		memcpy(&last, text + len - sizeof last, sizeof last);
		return (uint64_t)last << 32 | first;
	}
	for (size_t at = 0; at < len; at++)
		first = first << 8 | (unsigned char)text[at];
	return first;
}

/* All 64 bits are of use. It differs from run to run where addresses do, so that no file can be
 * made of texts that collide; in one run it is the same wherever it is asked for. */
static inline uint64_t hash_text(const char *text, size_t len)
{
	const uint64_t factor = UINT64_C(0xff51afd7ed558ccd);
	uint64_t hash = (uint64_t)(uintptr_t)mem_alloc ^ len * UINT64_C(0x9e3779b97f4a7c15);
	for (; len > 8; text += 8, len -= 8) {
		hash = (hash ^ hash_word(text, 8)) * factor;
		hash ^= hash >> 32;
	}
	hash = (hash ^ hash_word(text, len)) * factor;
	hash = (hash ^ hash >> 32) * factor; /* what ends a word changes the bits below it, too */
	return hash ^ hash >> 32;
}

#endif
