/* Finding needles in folded text. Private to query/search*.c. */
#ifndef TRUCE_QUERY_SEARCH_NEEDLE_H
#define TRUCE_QUERY_SEARCH_NEEDLE_H

#include "query/search.h"

/* The first place of the needle between `at` and `end`, or NULL. */
const char *search_needle(const struct search_needle *, const char *at, const char *end);

#endif
