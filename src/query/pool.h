/* The quotations that can be asked about. For questions.c and sheet.c. */
#ifndef TRUCE_QUERY_POOL_H
#define TRUCE_QUERY_POOL_H

#include "base/arena.h"
#include "base/buf.h"
#include "query/lots.h"
#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

enum { POOL_MOST = 256 };

/* A draw of quotations, in an order by lot; the shorter ones first. */
struct pool {
	uint32_t quotes[POOL_MOST];
	uint32_t count, shorts; /* how many in all, and how many of the shorter ones */
};

/* Exact words of at least three words by a person or a source, said by nobody else in the record.
 * `words_most` is the length up to which they come first. */
void pool_quotations(
	struct arena *, const struct result *, struct lots *, uint32_t words_most, struct pool *);
/* Views of sources, in the words of their authors. */
void pool_views(
	struct arena *, const struct result *, struct lots *, uint32_t words_most, struct pool *);

/* Whether a folded text has one of a phrase's words that have four letters or more. The phrase is
 * folded here. */
bool pool_has_word_of(const char *folded, const char *phrase);
/* Whether it names a person, party or source: by name, alias, or a part of the name. */
bool pool_has_name(const struct record *, const char *folded, struct ref);
/* Whether it has a number of four digits: a year. */
bool pool_has_year(const char *text);

/* The folded text of a quotation; valid until the buf changes. */
const char *pool_folded(struct buf *, const char *text);

/* Whether two are called the same. */
bool pool_same_name(const struct record *, struct ref, struct ref);

#endif
