/* What other programs, and people who guess, write for the words of a field: types of BibTeX, Zotero
 * and the web, names and numbers of colours. Private to load/. */
#ifndef TRUCE_LOAD_FOREIGN_WORDS_H
#define TRUCE_LOAD_FOREIGN_WORDS_H

#include "model/form.h"

/* The word of ours that is meant, or NULL. */
const char *foreign_word_find(const struct form_words *, const char *text);

#endif
