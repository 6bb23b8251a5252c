/* The bytes are taken in blocks of 64. The last block, or the last two, are made of what is left, a
 * bit 1, zeros, and how many bits there were; the words of all are big endian. */
#include "base/sha256.h"

#include <stdint.h>
#include <string.h>

enum { BLOCK = 64, LENGTH = 8, STATE = 8, ROUNDS = 64 };

/* The first 32 bits of the fractions of the cube roots of the first 64 primes. */
static const uint32_t constants[ROUNDS] = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
	0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
	0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
	0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152,
	0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
	0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624,
	0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3,
	0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
	0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t turned(uint32_t word, int bits)
{
	return word >> bits | word << (32 - bits);
}

static uint32_t word_read(const unsigned char *bytes)
{
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 |
		bytes[3];
}

/* The 64 words of the rounds: those of the block, and what is made of them. */
static void words_spread(uint32_t words[ROUNDS], const unsigned char *block)
{
	for (int i = 0; i < 16; i++)
		words[i] = word_read(block + i * 4);
	for (int i = 16; i < ROUNDS; i++) {
		uint32_t near = words[i - 2], far = words[i - 15];
		near = turned(near, 17) ^ turned(near, 19) ^ near >> 10;
		far = turned(far, 7) ^ turned(far, 18) ^ far >> 3;
		words[i] = near + words[i - 7] + far + words[i - 16];
	}
}

static void block_add(uint32_t state[STATE], const unsigned char *block)
{
	uint32_t words[ROUNDS];
	uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
	uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
	words_spread(words, block);
	for (int i = 0; i < ROUNDS; i++) {
		uint32_t one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) +
			((e & f) ^ (~e & g)) + constants[i] + words[i];
		uint32_t two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) +
			((a & b) ^ (a & c) ^ (b & c));
		h = g, g = f, f = e, e = d + one;
		d = c, c = b, b = a, a = one + two;
	}
	const uint32_t made[STATE] = {a, b, c, d, e, f, g, h};
	for (int i = 0; i < STATE; i++)
		state[i] += made[i];
}

void sha256_hex(const char *bytes, size_t len, char hex[SHA256_DIGITS + 1])
{
	static const char digits[] = "0123456789abcdef";
	/* The first 32 bits of the fractions of the square roots of the first 8 primes. */
	uint32_t state[STATE] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
		0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
	const unsigned char *at = (const unsigned char *)bytes;
	unsigned char last[BLOCK * 2] = {0};
	size_t left = len;
	for (; left >= BLOCK; left -= BLOCK, at += BLOCK)
		block_add(state, at);
	if (left)
		memcpy(last, at, left);
	last[left] = 0x80;
	size_t end = left + 1 + LENGTH > BLOCK ? BLOCK * 2 : BLOCK;
	for (size_t i = 0; i < LENGTH; i++)
		last[end - 1 - i] = (unsigned char)((uint64_t)len * 8 >> (8 * i));
	for (size_t i = 0; i < end; i += BLOCK)
		block_add(state, last + i);
	for (size_t i = 0; i < SHA256_DIGITS; i++)
		hex[i] = digits[state[i / 8] >> (28 - i % 8 * 4) & 15];
	hex[SHA256_DIGITS] = '\0';
}
