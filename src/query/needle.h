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
	/* By which of its bytes it is found soonest, as needle_aim says; zeroed: found out by each search. */
	struct needle_aim {
		bool known;
		bool seldom;       /* the first of them by itself */
		size_t one, other; /* their places in it, the rarest first */
	} aim;
};

/* Of a text, by a sample of it. */
void needle_bytes_count(struct needle_bytes *, const char *text, size_t len);

/* Says how it is found soonest in texts of such bytes; NULL: as in English. Its text stays as it is. */
void needle_aim(struct needle *, const struct needle_bytes *);

/* The first place of the needle between `at` and `end`, or NULL. Before `at` a line ends. */
const char *needle_find(const struct needle *, const char *at, const char *end);

#endif
