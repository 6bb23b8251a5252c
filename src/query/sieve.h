/* What of a selection satisfies a query: the rules are in select.h. Private to query/. */
#ifndef TRUCE_QUERY_SIEVE_H
#define TRUCE_QUERY_SIEVE_H

#include "query/match.h"

/* Of the base those events and quotations that satisfy all terms. The selection lies in the arena. */
struct selection sieve_query(const struct matching *, const struct query_term *terms);

#endif
