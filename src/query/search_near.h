/* The word of a record that a mistyped one was meant for. */
#ifndef TRUCE_QUERY_SEARCH_NEAR_H
#define TRUCE_QUERY_SEARCH_NEAR_H

#include "base/buf.h"
#include "query/search.h"

#include <stdbool.h>
#include <stddef.h>

/* Appends the word, folded, to which a folded one of at least five letters is nearest (suggest.h) in what
 * the result selects, of the first so many bytes of folded text; folds none. False, with nothing
 * appended, where none is near enough. */
bool search_word_near(
	struct search *, const struct result *, const char *folded, size_t bytes, struct buf *word);

#endif
