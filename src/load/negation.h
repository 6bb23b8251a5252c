/* Words that deny: not, never, nicht, не ... A cut that leaves one out may turn round what was
 * said. */
#ifndef TRUCE_LOAD_NEGATION_H
#define TRUCE_LOAD_NEGATION_H

#include <stdbool.h>
#include <stddef.h>

/* What to look for; valid while the struct is. A zeroed one is closed; caller owns it:
 * negations_close. */
struct negations {
	struct negation *at;
	size_t count, capacity;
	char *words; /* folded as for a search, one behind the other */
};

/* Those of a language (BCP 47), with those of all others that mean nothing else in it; all where
 * `language` is NULL. */
void negations_open(struct negations *, const char *language);
void negations_close(struct negations *);

/* Whether a word denies; a word being letters and apostrophes ("can't", "n'est"). */
bool negations_have(const struct negations *, const char *word, size_t len);

#endif
