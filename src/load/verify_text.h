/* A source's text made ready for looking up many quotations: folded (plain.h), with an index of the
 * places where words begin. For verification and passages alone.
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

const uint32_t *verify_row(const struct verify_rows *, size_t row, size_t *count);

/* Bit 5 tells capital letters from small ones, in Latin and mostly in Cyrillic. */
static inline uint64_t verify_gram_add(uint64_t gram, char c)
{
	return gram << 8 | ((unsigned char)c | 0x20);
}

/* Where words end, by the hash of the gram that ends there, and of its last four bytes. */
struct verify_ends {
	struct verify_rows grams, short_grams;
	size_t compared; /* how many places words were compared with: what looking up costs */
};

/* A text and its index. */
struct verify_text {
	const char *source; /* borrowed */
	size_t len;
	struct plain_text plain;
	struct verify_rows grams; /* by the hash of the gram there: 2^bits rows */
	struct verify_rows pairs; /* by its first two bytes */
	struct verify_ends *ends; /* filled when it is asked for: few texts need it */
	unsigned bits;
	size_t tail;       /* from here on words are too few for a gram: in no row */
	uint32_t *counted; /* how many words stand before each of plain.words, and in all */
};

/* Borrows the bytes, any bytes below 1 GiB, until verify_text_close. */
void verify_text_open(struct verify_text *, const char *bytes, size_t len);
void verify_text_close(struct verify_text *);
/* Opens one in which each letter is what it looks like (text_alike); code point for code point and
 * word for word it is the same. Borrows what the other borrows. */
void verify_text_alike(struct verify_text *, const struct verify_text *);

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

/* Whether the part stands where its first byte that is not loose is at `at`. */
bool verify_text_stands(
	const struct verify_text *, const struct verify_part *, size_t at, struct verify_span *);

/* Compares the words with the text from `at` on. Returns how many bytes of the words are there, and
 * in *to where in the text that ends. */
size_t verify_text_match(const struct verify_text *, struct verify_words, size_t at, size_t *to);

/* The word of the text (an index into plain.words) that holds a byte of the folded text. */
size_t verify_text_word(const struct verify_text *, size_t folded);

/* How many words there are in a stretch of the folded text: what stands between white space and has
 * a letter or figure in it, and each character of a script that writes no spaces and is wide. */
uint32_t verify_text_count(const struct verify_text *, size_t from, size_t to);

/* The places of the text that may begin with that gram, in order: *count of them. Others share the
 * hash. */
const uint32_t *verify_text_starts(const struct verify_text *, uint64_t gram, size_t *count);

/* The places of the text where a word may end with that gram, or with the last four bytes of it. */
const uint32_t *verify_text_end_row(
	const struct verify_text *, uint64_t gram, bool whole, size_t *count);

/* The place from which `count` bytes that are not loose lead up to `at`; false where the text has
 * fewer. */
bool verify_text_back(const struct verify_text *, size_t at, size_t count, size_t *from);

#endif
