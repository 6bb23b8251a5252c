/* Two wordings, word against word: which words stand in one of them alone.
 *
 * A word is a run of letters, marks and digits; hyphens and apostrophes within it belong to it.
 * Case, diacritics, signs and white space are no difference. The texts are borrowed; what is found
 * is in the arena. */
#ifndef TRUCE_QUERY_WORDING_H
#define TRUCE_QUERY_WORDING_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A stretch of a text, from the first to the last of neighbouring words that the other lacks. */
struct wording_part {
	uint32_t from, to; /* bytes */
};

struct wording {
	const struct wording_part *parts;
	uint32_t count;
	uint32_t common; /* words that both have */
};

/* Finds the parts of each text that the other lacks. Texts that have more than about a thousand
 * words between their first and last difference are told apart there as a whole. */
void wording_compare(struct arena *, const char *left, const char *right, struct wording *of_left,
	struct wording *of_right);

/* True where both texts are the same words in the same order. */
bool wording_same(const char *left, const char *right);

/* What can be said of two sides without judging. Texts of a record are free, so they are the same
 * only where their words are; whatever else they mean to each other is for the reader to say. */
enum contrast {
	CONTRAST_NOTHING, /* nothing on either side, or nothing to be said */
	CONTRAST_SAME,
	CONTRAST_DIFFERS,
	CONTRAST_LEFT, /* only the left one says something */
	CONTRAST_RIGHT,
	CONTRAST_COUNT
};

/* Of what each side has or has not, and whether they are the same if both do. */
enum contrast contrast_of(bool left, bool right, bool same);

#endif
