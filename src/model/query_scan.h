/* The pieces of a query, and where each ends: spaces, quotation marks, words, names of fields, dates.
 *
 * All is UTF-8, from `at` to `end`, and what is asked of begins at `at`. */
#ifndef TRUCE_MODEL_QUERY_SCAN_H
#define TRUCE_MODEL_QUERY_SCAN_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes of the space that stands here, or 0. */
size_t scan_space(const char *at, const char *end);
/* Bytes of the quotation mark that stands here, or 0: the plain one, or one that keyboards put in
 * its place. */
size_t scan_mark(const char *at, const char *end);

/* Where the word ends: before a space, a quotation mark, or a comma if that ends it. */
const char *scan_word(const char *at, const char *end, bool comma);

/* Behind the letters, as a field's name has them. */
const char *scan_letters(const char *at, const char *end);
/* The colon behind the field's name, or NULL. */
const char *scan_colon(const char *at, const char *end);

/* A minus and four digits: a year before our era, and no "not". */
bool scan_is_year(const char *at, const char *end);
/* Where the dates end, well-formed or not; NULL where none begin. What stands in words has spaces,
 * alone, and behind a comma or "..". */
const char *scan_dates(const char *at, const char *end);

#endif
