/* Where words that are not found come nearest to the text, and the first of them that differs. Private to
 * verification. */
#ifndef TRUCE_LOAD_VERIFY_NEAR_H
#define TRUCE_LOAD_VERIFY_NEAR_H

#include "load/verify_text.h"

struct verify_near {
	struct verify_words wanted; /* the first word that differs, in the words */
	size_t word;                /* and in the text: an index into its words */
};

/* False where no word of them has anything like it in the text. */
bool verify_near(const struct verify_text *, struct verify_words, struct verify_near *);

#endif
