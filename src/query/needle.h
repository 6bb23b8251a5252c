/* What is looked for in folded text. */
#ifndef TRUCE_QUERY_NEEDLE_H
#define TRUCE_QUERY_NEEDLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How often each byte stands among a thousand of a text; 0 is never. */
struct needle_bytes {
	uint8_t of[256];
};

struct needle {
	const char *text; /* folded, a byte or more */
	size_t len;
	bool whole; /* only as whole words */
	/* Of the texts that it is looked for in, which only says how it is found soonest; NULL: as in English. */
	const struct needle_bytes *bytes;
};

/* Of a text, by a sample of it. */
void needle_bytes_count(struct needle_bytes *, const char *text, size_t len);

/* The first place of the needle between `at` and `end`, or NULL. Before `at` a line ends. */
const char *needle_find(const struct needle *, const char *at, const char *end);

#endif
