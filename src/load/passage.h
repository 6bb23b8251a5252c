/* Words where they stand: the paragraph of a source's text that holds a quotation, with the one
 * before and the one after it. */
#ifndef TRUCE_LOAD_PASSAGE_H
#define TRUCE_LOAD_PASSAGE_H

#include "base/buf.h"
#include "load/reach.h"

#include <stdbool.h>
#include <stdint.h>

/* Bytes of the passage. */
struct passage_mark {
	uint32_t from, to;
};

/* A zeroed struct is empty; caller owns it: passage_free. */
struct passage {
	struct reach reach;
	struct buf text;            /* paragraphs, an empty line between; lines within are joined */
	struct passage_mark *marks; /* the words: one where nothing is cut out of them */
	size_t count, capacity;
};

/* Finds the words as verification does (verify.h) in a text of any bytes, below 1 GiB. Prefix and
 * suffix may be NULL. False where they are not there; the passage, an empty one, is untouched
 * then. */
bool passage_find(struct passage *, const char *bytes, size_t len, const char *words,
	const char *prefix, const char *suffix);
void passage_free(struct passage *);

#endif
