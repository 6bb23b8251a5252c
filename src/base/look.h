/* Words that look the same and are not, and characters that are not what they look like.
 *
 * Words are compared as they are seen: without what is not seen of them and the white space around
 * them, and with letters and signs that look alike (text_alike) taken for each other. */
#ifndef TRUCE_BASE_LOOK_H
#define TRUCE_BASE_LOOK_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

/* True where both look the same; so does a word to itself. */
bool look_same(const char *a, const char *b);

/* Appends what a word looks like: two look the same where that is the same. */
void look_add(struct buf *, const char *word);

/* Appends what makes `word` another than `meant`, which looks the same:
 *     it has a Cyrillic small letter a (U+0430) where "hale" (line 5) has "a"
 * `where` is what stands in parentheses, or NULL. The first difference is named, and it is said that
 * there are more. */
void look_explain(struct buf *, const char *word, const char *meant, const char *where);

/* The first character of the word that is not of its neighbours' kind: one that is not seen (a
 * control is, by its number), a space that is none of the keyboard's, a letter of another script
 * that looks like one of theirs, a form of an ordinary letter or sign; -1 where there is none.
 * *among is then the script of the neighbours, or NULL. */
int32_t look_odd(const char *word, const char **among);

/* Appends the same, named: "it has a Cyrillic small letter a (U+0430) among Latin letters". False,
 * with nothing appended, where there is none. */
bool look_odd_explain(struct buf *, const char *word);

/* A space other than the one of the keyboard, which looks like it. */
bool look_is_space(int32_t code_point);

#endif
