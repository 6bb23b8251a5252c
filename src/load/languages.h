/* Language tags that are well formed, and of no language, or of another one than was meant: what a
 * country is called, what is longer than it needs to be. Private to load/. */
#ifndef TRUCE_LOAD_LANGUAGES_H
#define TRUCE_LOAD_LANGUAGES_H

#include "base/buf.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stdint.h>

enum { LANGUAGE_DOUBTS = 14 };

/* The languages of a record, as far as they are needed to tell a country from a language. */
struct languages {
	uint8_t seen[26 * 26]; /* tags of two letters */
	struct place
		doubt[LANGUAGE_DOUBTS]; /* where each doubtful one first stands; line 0: nowhere */
};

/* Notes a tag, and warns of one that no language has, or that has a shorter form. */
void language_see(struct languages *, struct diag_list *, struct place, const char *tag);
/* When all are seen: notes tags that may have been meant for a country. */
void languages_finish(const struct languages *, struct diag_list *);

/* Appends the tag that a text which is none was meant for: "en" for "English", "en-US" for "en_US".
 * False where none is known. */
bool language_meant(struct buf *, const char *text);

#endif
