/* Where words begin and end in a folded text (plain.h), and what they begin with. Private to verification. */
#ifndef TRUCE_LOAD_VERIFY_GRAMS_H
#define TRUCE_LOAD_VERIFY_GRAMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes that the end of a line may add or take away: white space, breaks and dashes. */
bool verify_is_loose(char);
/* How many bytes are not loose. */
size_t verify_words_solid(const char *text, size_t len);

/* True where one word may end and another begin. Scripts without spaces between words may do so anywhere. */
bool verify_is_boundary(const char *text, size_t len, size_t at);

/* The eight bytes that a word begins with, loose ones left out. */
struct verify_grams {
	const char *text;
	size_t len, at, ring[8];
	uint64_t count, gram;
};

/* The next place where a word begins that has a gram, in order; false at the end. Starts with `text` and
 * `len` set and all else zero. */
bool verify_grams_next(struct verify_grams *, size_t *start, uint64_t *gram);

#endif
