/* The names of a field like `author`: "Varga, Ilona; Roe, John". */
#ifndef TRUCE_MODEL_AUTHOR_H
#define TRUCE_MODEL_AUTHOR_H

#include <stdbool.h>
#include <stddef.h>

/* Both borrow the field. A name without a comma is its family name; given_len is 0 then. */
struct author {
	const char *family, *given;
	size_t family_len, given_len;
};

/* The name that begins at *at, which moves to the next; names that are nothing are passed over. False
 * where there is none. */
bool author_next(const char **at, struct author *);

#endif
