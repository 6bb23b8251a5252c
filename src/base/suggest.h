/* "Did you mean ...?": the nearest of the words that would have been right.
 *
 * Candidates are fed one by one and borrowed; nothing is allocated, so there is nothing to free.
 * A suggestion is made only when it is close, measured by the length of the word, so that a short
 * or wholly different word gets none; nor is a word its own suggestion. A word that looks the same is
 * nearer than all others. Looking through many candidates costs: of many, similar.h finds them. */
#ifndef TRUCE_BASE_SUGGEST_H
#define TRUCE_BASE_SUGGEST_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Letters of a word: one that has more than any id or field is no slip of the finger; and edits. */
enum { SUGGEST_LENGTH_MOST = 64, SUGGEST_DISTANCE_MOST = 3 };

struct suggest {
	const char *word, *best;
	size_t length;    /* of the word, in code points */
	uint64_t letters; /* bits for those of ASCII that are in it */
	int most;         /* the distance that the next candidate may have */
	bool alike;       /* the nearest looks the same as the word */
};

/* Starts looking for what `word` was meant to be; borrows it. */
void suggest_start(struct suggest *, const char *word);

/* Offers a candidate. True when it is the nearest so far (the first of equals stays), so that the
 * caller may remember what it stands for. */
bool suggest_feed(struct suggest *, const char *candidate);

/* The nearest candidate, or NULL when none is near enough. */
const char *suggest_best(const struct suggest *);

/* Appends what is to be said behind a message that names the word, of which `best` may have been
 * meant: "; did you mean "hale"? (line 5)", or where the two look the same what makes them differ
 * (look.h), or that a character of the word is not of its neighbours' kind. `best` may be NULL, and
 * `where`, which stands in parentheses. False, with nothing appended, where there is nothing to
 * say. */
bool suggest_hint(struct buf *, const char *word, const char *best, const char *where);

#endif
