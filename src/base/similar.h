/* Of many words those that another one was meant for, without comparing it to each.
 *
 * What is found is what suggest.h ends with when all are fed: the words that look the same, or else
 * those that are nearest, if they are near enough. Words have kinds, bits that are the caller's,
 * and some are asked for at a time; a word of none is never found. An index borrows the texts, and
 * lies in an arena. */
#ifndef TRUCE_BASE_SIMILAR_H
#define TRUCE_BASE_SIMILAR_H

#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>

struct similar_word {
	const char *text;
	unsigned kinds;
};

/* Numbers of words; a zeroed struct is empty, and the caller frees `at`. */
struct similar_found {
	uint32_t *at;
	size_t count, capacity;
	size_t touched; /* what all has cost: how many beginnings of words were looked at */
};

struct similar;

/* An index in the arena; copies the words, and borrows their texts. */
struct similar *similar_make(struct arena *, const struct similar_word *, size_t count);

/* Replaces what was found by the words of these kinds that `word` may have been meant to be: none that
 * is the same; in no order, and one may stand there twice. */
void similar_find(const struct similar *, const char *word, unsigned kinds, struct similar_found *);

#endif
