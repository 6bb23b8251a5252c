/* Where in words that are long stands what a position says.
 *
 * No record says so; it is guessed, to show that place first of words that have no room, and nothing else
 * follows from it. */
#ifndef TRUCE_QUERY_BEARING_H
#define TRUCE_QUERY_BEARING_H

#include "model/record.h"

#include <stddef.h>

/* Where a sentence begins, and the first word in it by which it was chosen: bytes of the text. */
struct bearing {
	size_t sentence, word;
};

/* The sentence that has most words of the position and of the names of its issue, of equals the first; the
 * beginning where none has any. Looks at the first 64 KiB. */
struct bearing bearing_find(const struct record *, const struct position *, const char *text);

/* Where the sentence before the one at a byte begins; 0 at the first. */
size_t bearing_before(const char *text, size_t sentence);

#endif
