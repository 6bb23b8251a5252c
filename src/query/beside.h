/* Two texts beside each other: what can be said of them without judging.
 *
 * Texts of a record are free, so they are the same only where their words are the same words in the same
 * order; case, diacritics, signs and white space are no difference. Whatever else they mean to
 * each other is for the reader to say. */
#ifndef TRUCE_QUERY_BESIDE_H
#define TRUCE_QUERY_BESIDE_H

#include <stdbool.h>

enum beside {
	BESIDE_NOTHING, /* nothing on either side, or nothing to be said */
	BESIDE_SAME,
	BESIDE_DIFFERS,
	BESIDE_LEFT, /* only the left one says something */
	BESIDE_RIGHT,
	BESIDE_COUNT
};

/* True where both texts are the same words. */
bool beside_same_words(const char *left, const char *right);

/* Of two texts, each of which may be NULL. */
enum beside beside_texts(const char *left, const char *right);

/* Of what each side has or has not, and whether they are the same if both do. */
enum beside beside_of(bool left, bool right, bool same);

#endif
