/* What is looked for in folded text. */
#ifndef TRUCE_QUERY_NEEDLE_H
#define TRUCE_QUERY_NEEDLE_H

#include <stdbool.h>
#include <stddef.h>

struct needle {
	const char *text; /* folded, a byte or more */
	size_t len;
	bool whole; /* only as whole words */
};

/* The first place of the needle between `at` and `end`, or NULL. Before `at` a line ends. */
const char *needle_find(const struct needle *, const char *at, const char *end);

#endif
