/* How far found words reach in their text, what the cuts in them leave out, and where else they
 * stand. */
#ifndef TRUCE_LOAD_REACH_H
#define TRUCE_LOAD_REACH_H

#include "load/verify_parts.h"

struct reach {
	uint32_t line, line_to;    /* of the text where the words begin and end, from 1 */
	uint32_t cuts;             /* between words that are quoted */
	uint32_t quoted, left_out; /* words of the text; left_out between the parts */
	bool far; /* the cuts leave out more words than are passed over in a quotation */
	/* Where the words stand as well as there: how many places (no more than VERIFY_PLACES_MOST
	 * are told), and their lines, each once. */
	uint32_t places, lines[VERIFY_PLACES_MOST], line_count;
};

/* What was found with verify_parts_find, whole. */
void reach_measure(struct reach *, const struct verify_parts *, const struct verify_text *);

/* Appends the first words that are left out and deny (negation.h), as the text has them, between
 * quotation marks: "never" and "not". Returns how many. The language is that of the words, or
 * NULL. */
int reach_negations(struct buf *, const struct verify_parts *, const struct verify_text *,
	const char *language);

#endif
