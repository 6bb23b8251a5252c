/* A bit for each of many things, eight to a byte; a zeroed array of bytes has none set. */
#ifndef TRUCE_BASE_BITS_H
#define TRUCE_BASE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes that hold `count` bits; never 0. */
static inline size_t bits_size(size_t count)
{
	return count / 8 + 1;
}

static inline bool bit_get(const uint8_t *bits, size_t n)
{
	return bits[n / 8] >> n % 8 & 1;
}

static inline void bit_set(uint8_t *bits, size_t n)
{
	bits[n / 8] |= (uint8_t)(1u << n % 8);
}

static inline void bit_clear(uint8_t *bits, size_t n)
{
	bits[n / 8] &= (uint8_t) ~(1u << n % 8);
}

#endif
