/* Where words stand in a text (verify_text.h). */
#ifndef TRUCE_LOAD_VERIFY_FIND_H
#define TRUCE_LOAD_VERIFY_FIND_H

#include "load/verify_text.h"

/* The first place at or behind `from` where the part stands; false where there is none. */
bool verify_find(
	const struct verify_text *, const struct verify_part *, size_t from, struct verify_span *);

/* Moves a span where the part stands to the last one that ends at or before `to`. */
void verify_find_last(
	const struct verify_text *, const struct verify_part *, size_t to, struct verify_span *);

#endif
