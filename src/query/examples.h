/* What of a result is good for examples of how to ask: who says most in it, what most is said of. */
#ifndef TRUCE_QUERY_EXAMPLES_H
#define TRUCE_QUERY_EXAMPLES_H

#include "query/result.h"
#include "query/threads.h"

/* None, or NULL, where the result has no such thing. Borrows the record. */
struct examples {
	struct ref party, speaker, other, theme, source; /* `other` speaks second most */
	const struct event
		*event;    /* of a single day, the one most often likened, then of most words */
	const char *place; /* of an event */
};

/* Grows with the record. */
void examples_choose(struct examples *, struct threads *, const struct result *);

/* The longest word of a text, the first of equals: where it begins, and its bytes; 0 of none. */
const char *examples_word(const char *text, size_t *len);

#endif
