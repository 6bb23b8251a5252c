/* The hash of a text, for tables that live as long as the run. */
#ifndef TRUCE_BASE_HASH_H
#define TRUCE_BASE_HASH_H

#include "base/memory.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* All 64 bits are of use. It differs from run to run where addresses do, so that no file can be
 * made of texts that collide; in one run it is the same wherever it is asked for. */
static inline uint64_t hash_text(const char *text, size_t len)
{
	uint64_t hash = (uint64_t)(uintptr_t)mem_alloc ^ len * UINT64_C(0x9e3779b97f4a7c15);
	for (size_t at = 0; at < len; at += 8) {
		uint64_t word = 0;
		memcpy(&word, text + at, len - at < 8 ? len - at : 8);
		hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
		hash ^= hash >> 32;
	}
	return hash;
}

#endif
