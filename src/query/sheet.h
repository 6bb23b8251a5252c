/* Questions about a record, drawn by lot: a sheet for the class.
 *
 * Four kinds: whose words, in what order, whose view, then and now. The rules are those of
 * questions.h; and no kind answers another. Of a plan only what its scenes show is asked about. A
 * kind for which the result has too little is left out: its count is 0. The same result and seed
 * make the same sheet. It borrows the record, and is in the arena given. */
#ifndef TRUCE_QUERY_SHEET_H
#define TRUCE_QUERY_SHEET_H

#include "base/arena.h"
#include "query/lots.h"
#include "query/positions.h"
#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

/* How much a sheet may ask. */
struct sheet_sizes {
	uint32_t who, events, whose, changes;
	/* Of the longest quotation, the longest view, and the longest words to be put in order. */
	uint32_t who_words, whose_words, order_words;
};

/* Why words are not asked about beside others against which they stand. */
enum sheet_unasked {
	UNASKED_NAMED,    /* they name who said them */
	UNASKED_LONG,     /* too long */
	UNASKED_TOGETHER, /* one of the two names who said the other, or both could be of either */
	UNASKED_DOUBTFUL, /* whose they are is disputed, or others said nearly the same */
	UNASKED_FRAGMENT, /* they do not say enough by themselves */
	UNASKED_ROOM,     /* another sheet asks about them */
};

/* How these stand to the words asked about: opposed.h. */
enum sheet_against { AGAINST_ANSWERED, AGAINST_ANSWERING, AGAINST_BESIDE, AGAINST_SIDE };

/* Words that stand against some that are asked about, and are not asked about themselves. */
struct sheet_missing {
	uint32_t to, quote; /* which of the words; of the record */
	enum sheet_against as;
	enum sheet_unasked why;
};

/* Words, each to be joined to a name. A name may be right more than once, or never: there are two more
 * than words where others go with them, of those who are shown, else of those who spoke at the same
 * talks, else within a lifetime; to views, whose views the record has. */
struct sheet_match {
	uint32_t *quotes;  /* of the record */
	uint32_t *letters; /* of each, which name is right: an index of names */
	struct ref *names;
	const char **
		roles; /* of each party among them, as what it was heard; NULL: none, or they differ.
			* Beside these of each person the office, or the side. */
	const char *
		*held; /* of each the office of those of its words that are listed; NULL likewise */
	uint32_t count, name_count;    /* 2 or more, or count is 0 */
	struct sheet_missing *missing; /* of a lesson: what was shown against them */
	uint32_t missing_count;
	uint32_t reports; /* how many of the words are a source's, not the speaker's: see pool.h */
	bool poor;        /* fragments are asked, since there is nothing else */
};

/* What happened and what was said, mixed: events by their titles, of a plan those whose titles its scenes
 * show; and of a plan words as well, exact or reported, that nothing else on the sheet asks about. Where these
 * are too few, the words whose speakers are asked for are to be put in order too.
 * Exact words are no fragment.
 * They follow each other in time beyond doubt, apart by a hundredth of the span of all that could be
 * asked, a day at least, and by more than their dates are exact to. */
struct sheet_order {
	struct ref *things; /* events and quotations */
	uint32_t *ranks;    /* of each, from 0 */
	uint32_t count;     /* 3 or more, or 0 */
	uint32_t words;     /* how many are quotations */
	bool again;         /* all of them are of `who` */
};

/* A party on an issue, at the first meeting where it said something and at the last: in other words
 * or in the same, since whether it changed is what is asked. No words on the sheet say it. Two meetings of
 * one round are asked about only where there are no others. */
struct sheet_change {
	struct ref issue, party;
	const struct stand *before, *after;
	uint32_t before_count, after_count;
	const struct meeting *then, *now; /* where they stand */
};

struct sheet {
	struct sheet_match who, whose;
	struct sheet_order order;
	struct sheet_change *changes;
	uint32_t change_count;
	bool heard; /* a class has been shown all of it */
};

/* When one of what is to be put in order was: an event's date, or the day words were said on. */
const struct date *sheet_when(const struct record *, struct ref);

/* Whether two dates follow each other so soon, or are so open, that another order is no fault: such are put
 * in order only where there are too few others. */
bool sheet_order_weak(const struct date *, const struct date *);

/* False where nothing can be asked at all. Looks at the result once, and at the texts of the
 * record. */
bool sheet_draw(struct arena *, const struct result *, const struct sheet_sizes *, struct lots *,
	struct sheet *);

#endif
