/* A source's text made ready for looking up many quotations: folded (plain.h), with an index of the places
 * where words begin. Private to verification.
 *
 * Words match when they are the same to the letter, and begin and end where words of the text do: "talk" is not
 * in "talks". (Scripts without spaces between words have no such places.) */
#ifndef TRUCE_LOAD_VERIFY_TEXT_H
#define TRUCE_LOAD_VERIFY_TEXT_H

#include "load/plain.h"
#include "load/verify_grams.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct verify_text {
	const char *source; /* borrowed */
	size_t len;
	struct plain_text plain;
	uint32_t *starts; /* where words begin in the folded text, by the hash of what follows */
	uint32_t *rows;   /* where each hash has its first */
	unsigned bits;
};

/* Borrows the bytes, any bytes below 1 GiB, until verify_text_close. */
void verify_text_open(struct verify_text *, const char *bytes, size_t len);
void verify_text_close(struct verify_text *);

/* Folded words; borrowed. Length 0 is none. */
struct verify_words {
	const char *at;
	size_t len;
};

/* What is looked for: words, and what stands beside them. */
struct verify_part {
	struct verify_words words, prefix, suffix;
};

/* A stretch of the folded text. */
struct verify_span {
	size_t from, to;
};

/* The first place at or behind `from` where the part stands; false where there is none. */
bool verify_text_find(
	const struct verify_text *, const struct verify_part *, size_t from, struct verify_span *);

/* Compares the words with the text from `at` on. Returns how many bytes of the words are there, and in *to
 * where in the text that ends. */
size_t verify_text_match(const struct verify_text *, struct verify_words, size_t at, size_t *to);

/* The word of the text (an index into plain.words) that holds a byte of the folded text. */
size_t verify_text_word(const struct verify_text *, size_t folded);

/* The places of the text that may begin with that gram, in order: *count of them. Others share the hash. */
const uint32_t *verify_text_starts(const struct verify_text *, uint64_t gram, size_t *count);

/* The place from which `count` bytes that are not loose lead up to `at`; false where the text has
 * fewer. */
bool verify_text_back(const struct verify_text *, size_t at, size_t count, size_t *from);

#endif
