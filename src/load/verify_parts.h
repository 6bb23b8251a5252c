/* The words of a quotation as they are looked for in a text (verify_text.h): a cut divides them into
 * parts that follow each other. */
#ifndef TRUCE_LOAD_VERIFY_PARTS_H
#define TRUCE_LOAD_VERIFY_PARTS_H

#include "load/verify_find.h"

enum { VERIFY_PLACES_MOST = 4 };

/* The words of a quotation, cut at each […] into parts that follow each other. A zeroed struct is
 * empty; caller owns it: verify_parts_free. */
struct verify_parts {
	struct verify_part *at;
	struct verify_span *spans; /* of each, where verify_parts_find found it */
	size_t count;
	/* The places where the words begin that are as good as that one, which is among them, in
	 * order; no more than VERIFY_PLACES_MOST are looked for. */
	size_t places[VERIFY_PLACES_MOST];
	size_t place_count;
	/* private */
	size_t capacity, span_capacity;
	struct verify_span *walk;         /* of each, in the window at hand */
	struct buf words, prefix, suffix; /* folded */
};

/* Takes the words apart; prefix and suffix (or NULL) belong to the first and the last of them. A
 * struct that was used is used again. */
void verify_parts_make(
	struct verify_parts *, const char *words, const char *prefix, const char *suffix);
/* The same where whatever may be meant as a cut is one (cut.h), and so are all dots. */
void verify_parts_make_loosely(
	struct verify_parts *, const char *words, const char *prefix, const char *suffix);
/* The same parts with each letter as what it looks like, for verify_text_alike. */
void verify_parts_alike(struct verify_parts *, const struct verify_parts *);
void verify_parts_free(struct verify_parts *);

/* Finds the parts one behind the other. Returns how many are found before one is not; where all
 * are, the spans are those of the shortest stretch of the text that holds them so, of several the
 * first. (Only the first some thousand stretches of a text that repeats itself are compared.) */
size_t verify_parts_find(struct verify_parts *, const struct verify_text *);

#endif
