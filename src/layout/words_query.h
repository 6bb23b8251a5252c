/* A query in words, for who reads what is shown: "what Ukraine says, theme Neutrality". */
#ifndef TRUCE_LAYOUT_WORDS_QUERY_H
#define TRUCE_LAYOUT_WORDS_QUERY_H

#include "base/buf.h"
#include "model/record.h"

/* Appends what the first `len` bytes of a query ask for. What names somebody or something of the record
 * by its id is told by its name, a quotation by its voice; what else there is stands as it was typed, and
 * so does a query that is malformed. Goes over all that a field may name: for an id over the events and
 * the quotations of the record. */
void words_query(struct buf *, const struct record *, const char *query, size_t len);

#endif
