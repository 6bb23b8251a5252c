/* Whether words say enough by themselves to be asked about. */
#ifndef TRUCE_QUERY_SENTENCE_H
#define TRUCE_QUERY_SENTENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SENTENCE_WORD = 4 }; /* columns of a word that carries meaning */

/* A run of letters, marks and digits; hyphens, apostrophes and points within it belong to it. */
struct sentence_word {
	const char *at;
	size_t len;
	uint64_t hash;    /* of its letters and digits, without regard to capitals of ASCII */
	uint32_t columns; /* as wide as its letters */
	bool comma;       /* a comma, dash or the like stands directly before it */
};

/* The next word of a text; false at its end. *at moves behind it. */
bool sentence_next(const char **at, struct sentence_word *);

/* How many words of a text carry meaning: those of four letters or more, which in most languages
 * leaves out the small ones that hold a sentence together. Where words stand together without
 * spaces two ideographs, and six letters of a run longer than any word, count as one. No more than
 * `most` are counted. */
uint32_t sentence_meaning(const char *text, uint32_t most);

/* Whether a text has the form of a sentence: it begins with what is no small letter, or ends with a
 * full stop or the like. */
bool sentence_is_whole(const char *text);

/* Whether its first sentence has for its subject somebody or something that is named outside: "It
 * stands to reason", "However, they still go". `language` is its tag, NULL English; of
 * English, German, French, Spanish, Italian, Polish, Russian and Ukrainian the pronouns are known,
 * of others it is false. */
bool sentence_points_out(const char *text, const char *language);

#endif
