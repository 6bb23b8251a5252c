/* Sixteen bytes that are looked at together, and four such blocks in a stride: a vector as compilers have it,
 * of which each makes what the processor can do. A comparison gives 0xff for each byte of which it is true. */
#ifndef TRUCE_BASE_BLOCK_H
#define TRUCE_BASE_BLOCK_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { BLOCK_BYTES = 16, BLOCKS_BYTES = 4 * BLOCK_BYTES };

typedef unsigned char block __attribute__((vector_size(BLOCK_BYTES)));
typedef signed char block_signed __attribute__((vector_size(BLOCK_BYTES)));

static inline block block_at(const void *at)
{
	block got;
	memcpy(&got, at, sizeof got);
	return got;
}

/* Whether any byte of it is not 0. */
static inline bool block_any(block some)
{
	uint64_t half[2];
	memcpy(half, &some, sizeof half);
	return (half[0] | half[1]) != 0;
}

#endif
