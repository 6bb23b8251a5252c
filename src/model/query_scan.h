/* The characters of a query: what is a space, a quotation mark, a word, a field, a date. Private
 * to model/query*.c. All take UTF-8 from `at` to `end`. */
#ifndef TRUCE_MODEL_QUERY_SCAN_H
#define TRUCE_MODEL_QUERY_SCAN_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the space that stands here, or 0. */
size_t query_space(const char *at, const char *end);

/* Bytes of the quotation mark that stands here, or 0: the plain one, or one that keyboards put in
 * its place. */
size_t query_mark(const char *at, const char *end);

/* Where the word ends that begins here: before a space, a quotation mark, or a comma if that ends
 * it. */
const char *query_word_end(const char *at, const char *end, bool comma);

/* The colon behind the field's name that begins here, or NULL. */
const char *query_colon(const char *at, const char *end);

/* A minus and four digits: a year before our era, and no "not". */
bool query_is_year(const char *at, const char *end);

/* Where the date ends that begins here, well-formed or not; NULL where none does. A set goes on to
 * its bracket. */
const char *query_date_end(const char *at, const char *end);

#endif
