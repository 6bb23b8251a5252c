/* What a question lets one choose from: the right one, and others as near to it as there are. For
 * questions.c.
 *
 * Each adds choices to a question about some words, the right one among them, and returns false where it
 * cannot be asked: the words give the answer away, or there is no other choice. */
#ifndef TRUCE_QUERY_CHOICES_H
#define TRUCE_QUERY_CHOICES_H

#include "query/pool.h"
#include "query/questions.h"

enum { DATES_MOST = 512 };

/* What is known while questions are being asked. */
struct asking {
	struct arena *arena;
	const struct record *record;
	const struct result *shown; /* what is asked about, */
	bool heard;                 /* and whether a class has heard it: see pool.h */
	const struct result *wider; /* where choices are from */
	struct lots *lots;
	struct pool pool;
	bool used[POOL_MOST];
	uint32_t compared
		[POOL_MOST]; /* how many of the questions asked are known to be of other words */
	struct buf folded;   /* the words at hand */
	struct question_choice dates[DATES_MOST];
	uint32_t dated[DATES_MOST]; /* the quotation that each is of */
	uint32_t date_count;
	int64_t apart, near; /* days between dates to choose from, and to the furthest of them */
	struct questions_known *known;
};

/* Gathers the dates to choose from, and what is known of all where that is not done. */
void choices_begin(struct asking *);
/* Whose words, or whose view; when they were said; at which talks. */
bool choices_who(struct asking *, const struct quote *, struct question *);
bool choices_when(struct asking *, const struct quote *, struct question *);
bool choices_talks(struct asking *, const struct quote *, struct question *);

#endif
