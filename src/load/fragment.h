/* The part of an address that opens a page at words of it, as browsers read it ("text fragments" of the
 * WICG): `#:~:text=[prefix-,]start[,end][,-suffix]`. */
#ifndef TRUCE_LOAD_FRAGMENT_H
#define TRUCE_LOAD_FRAGMENT_H

#include "load/passage.h"

/* Appends it, percent-encoded, for a quotation that stands in the text, or nothing where its words do
 * not stand there, or more than once. What is looked for are the text's own words, since a browser
 * takes no other quotation marks for the same; of many the first and the last. Prefix and suffix as
 * of passage_find. */
void fragment_add(struct buf *, const char *bytes, size_t len, const char *words,
	const char *prefix, const char *suffix);

#endif
