/* Where words that do not stand in a text come nearest to it. */
#ifndef TRUCE_LOAD_NEAREST_H
#define TRUCE_LOAD_NEAREST_H

#include "load/verify_find.h"

struct nearest {
	struct verify_words wanted; /* the first word that differs, in the words */
	size_t word;                /* and in the text: an index into its words */
};

/* False where no word of them has anything like it in the text. */
bool nearest_find(const struct verify_text *, struct verify_words, struct nearest *);

#endif
