/* A source's text made ready for looking up many quotations: folded (plain.h), with an index of the
 * places where words begin; and the words of a quotation as they are looked for in it. For
 * verification and passages alone.
 *
 * Words match when they are the same to the letter, and begin and end where words of the text do:
 * "talk" is not in "talks". (Scripts without spaces between words have no such places.) */
#ifndef TRUCE_LOAD_VERIFY_TEXT_H
#define TRUCE_LOAD_VERIFY_TEXT_H

#include "load/plain.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How many bytes are not loose: white space, breaks and dashes, which the end of a line may add or
 * take away. */
size_t verify_words_solid(const char *text, size_t len);

/* The eight bytes that a word begins with, loose ones left out. */
struct verify_grams {
	const char *text;
	size_t len, at, ring[8];
	uint64_t count, gram;
};

/* The next place where a word begins that has a gram, in order; false at the end. Starts with
 * `text` and `len` set and all else zero. */
bool verify_grams_next(struct verify_grams *, size_t *start, uint64_t *gram);

/* Where words begin in a folded text, in rows: those of row n are starts[at[n]] to starts[at[n + 1]],
 * in order. */
struct verify_rows {
	uint32_t *starts, *at;
};

/* A text and its index. */
struct verify_text {
	const char *source; /* borrowed */
	size_t len;
	struct plain_text plain;
	struct verify_rows grams; /* by the hash of the gram there: 2^bits rows */
	struct verify_rows pairs; /* by its first two bytes */
	unsigned bits;
	size_t tail; /* from here on words are too few for a gram: in no row */
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

/* Compares the words with the text from `at` on. Returns how many bytes of the words are there, and
 * in *to where in the text that ends. */
size_t verify_text_match(const struct verify_text *, struct verify_words, size_t at, size_t *to);

/* The word of the text (an index into plain.words) that holds a byte of the folded text. */
size_t verify_text_word(const struct verify_text *, size_t folded);

/* The places of the text that may begin with that gram, in order: *count of them. Others share the
 * hash. */
const uint32_t *verify_text_starts(const struct verify_text *, uint64_t gram, size_t *count);

/* The place from which `count` bytes that are not loose lead up to `at`; false where the text has
 * fewer. */
bool verify_text_back(const struct verify_text *, size_t at, size_t count, size_t *from);

/* The words of a quotation, cut at each […] into parts that follow each other. A zeroed struct is
 * empty; caller owns it: verify_parts_free. */
struct verify_parts {
	struct verify_part *at;
	struct verify_span *spans; /* of each, where verify_parts_find found it */
	size_t count;
	/* private */
	size_t capacity, span_capacity;
	struct buf words, prefix, suffix; /* folded */
};

/* Takes the words apart; prefix and suffix (or NULL) belong to the first and the last of them. A
 * struct that was used is used again. */
void verify_parts_make(
	struct verify_parts *, const char *words, const char *prefix, const char *suffix);
void verify_parts_free(struct verify_parts *);

/* Finds the parts one behind the other. Returns how many are found before one is not; where all
 * are, the spans are those that lie nearest to each other. */
size_t verify_parts_find(struct verify_parts *, const struct verify_text *);

#endif
