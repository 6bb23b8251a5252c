/* Whether quotations stand in the texts of their sources, word for word.
 *
 * Differences in white space, in the forms of quotation marks, dashes and ellipses, in glyphs and
 * in what is not seen, and words divided at the end of a line are forgiven (plain.h); nothing else
 * is. A cut […] divides a quotation into parts that follow each other in the text; what `prefix`
 * and `suffix` say stands beside it, with white space or quotation marks between at most. Of
 * several places it is the shortest stretch that is meant.
 *
 * Pure: whoever calls reads the texts, and hands them in one by one. */
#ifndef TRUCE_LOAD_VERIFY_H
#define TRUCE_LOAD_VERIFY_H

#include "load/reach.h"
#include "model/record.h"

#include <stddef.h>
#include <stdint.h>

enum verify_result {
	VERIFY_NO_TEXT,
	VERIFY_FOUND,
	VERIFY_OTHER_WORD,  /* `found` stands where `wanted` should, in the nearest passage */
	VERIFY_OTHER_ORDER, /* the part `wanted` stands before the one that it should follow */
	VERIFY_NO_PREFIX,   /* the words stand there, but not behind their prefix */
	VERIFY_NO_SUFFIX,   /* the words stand there, but not before their suffix */
	VERIFY_LOOK_ALIKE,  /* letters of other scripts stand there; `found` says which */
	VERIFY_OTHER_CUT,   /* the words stand there, where `wanted` is taken for a cut */
	VERIFY_NOWHERE,     /* nothing in the text comes near the words */
	VERIFY_RESULT_COUNT
};

/* One place where words are said to stand: the source of a quotation, one of its `also_in`, or that of
 * an original. */
struct verify_finding {
	uint32_t quote;               /* index of the quotation */
	uint32_t source;              /* index of the source */
	const struct attestation *at; /* that of it; NULL: the quotation's own source */
	struct place place;
	enum verify_result result;
	/* In the text, from 1, of what was found or comes nearest; 0 where nothing does. */
	uint32_t line;
	const char *wanted, *found, *passage; /* or NULL; text from outside */
	/* Of what was found; `negations` as reach_negations has them, or NULL where there are
	 * none. */
	struct reach reach;
	const char *negations;
};

struct patience;

struct verify {
	const struct record *record;     /* borrowed */
	struct verify_finding *findings; /* in the order of the record; none has a text at first */
	size_t count;
	struct patience
		*patience; /* asked before each is looked up; NULL, as at first, is endless */
	struct arena arena;
};

/* Lists what is to be looked up. Borrows the record until verify_free. */
void verify_start(struct verify *, const struct record *);
void verify_free(struct verify *);

/* Looks up all that the source is said to hold in its text: any bytes, below 1 GiB, which are not
 * needed afterwards. */
void verify_source(struct verify *, uint32_t source, const char *bytes, size_t len);

/* How many findings have a result: found, not found (all but the first two results), no text. */
struct verify_counts {
	size_t found, not_found, no_text;
};
struct verify_counts verify_counts(const struct verify *);

#endif
