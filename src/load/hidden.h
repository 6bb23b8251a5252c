/* Characters of a text that no reader sees: which there are, and where the first one stands. */
#ifndef TRUCE_LOAD_HIDDEN_H
#define TRUCE_LOAD_HIDDEN_H

#include "load/loader.h"

/* Reports a scalar's characters that are out of place (text_is_out_of_place): a warning of those
 * that would do harm, and a note of the others, once a text. */
void hidden_report(struct loader *, const struct node *);

/* The first character of a text of which nothing is seen, all of it: spaces of any width, signs that
 * are blank, marks that stand on nothing. -1 where something is seen. */
int32_t hidden_whole(const char *text, size_t len);

/* Reports what turns text round in a comment, in whole lines of the file at hand: it may make a
 * field look like a comment to who reads the file, or a comment like a field. */
void hidden_comments(struct loader *, uint32_t file, const char *start, const char *end);

/* The first character but line feed that would do harm, else the first of which nothing is seen,
 * or -1: for ids and dates, where none is ever in place. *where is its byte. */
int32_t hidden_worst(const char *text, size_t len, size_t *where);

#endif
