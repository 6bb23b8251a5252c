/* Questions about a record, drawn by lot: a round for the screen.
 *
 * Who said it, when, about which talks? Each question has choices of which exactly one is right;
 * the others are as near to it as the record has them: of the same talks, of like office, on the
 * same theme, and of another age only where there is nobody else; dates among the nearest, talks within
 * a lifetime where there are such. Where exact words of people are too few for a round, those of
 * parties and reports come behind them, and then views: whose are they? What is asked about is a fair draw
 * of what can be (pool.h): never words that give the answer away, that others nearly said too, or that
 * are misattributed, and disputed ones only where there are no others. The same result and seed ask
 * the same. Questions borrow the record; the arena is for the work and may go at once.
 */
#ifndef TRUCE_QUERY_QUESTIONS_H
#define TRUCE_QUERY_QUESTIONS_H

#include "base/arena.h"
#include "query/lots.h"
#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

enum question_kind {
	QUESTION_WHO,
	QUESTION_WHEN,
	QUESTION_TALKS,
	QUESTION_VIEW, /* whose view it is */
	QUESTION_KIND_COUNT
};

enum { QUESTION_CHOICES = 4, QUESTIONS_A_ROUND = 10, QUESTION_ERAS = 64 };

struct question_choice {
	struct ref what; /* who: a person, party or source; which talks: an era */
	const char *
		role; /* who: as what that one speaks in the record; of all choices, or NULL of all */
	const struct date *date, *old_style; /* when; old_style may be NULL */
};

struct question {
	enum question_kind kind;
	uint32_t quote; /* of the record */
	struct question_choice choices[QUESTION_CHOICES];
	uint32_t count, right; /* how many choices, 2 or more, and which is right */
	bool offices;          /* when: the speaker's words are of several offices */
};

struct questions {
	struct question at[QUESTIONS_A_ROUND];
	uint32_t count; /* fewer than a round where there is less to ask; 0 where nothing is */
};

/* What is known of all words and events before the first question: made by the first round, and kept for
 * the next. Zeroed to begin with; the caller frees the arena. */
struct questions_known {
	struct arena arena;
	const struct record *record; /* NULL: not made yet */
	const uint8_t *stood;        /* bits: eras with an event at which stands were taken */
	const uint8_t *cited;        /* bits: quotations that a position rests on */
	const uint8_t *writers;      /* bits: people who have views of their own in it */
	const uint8_t *themes;  /* bits, so many for each era: themes of its words and stands */
	const uint8_t *offices; /* bits: people whose words are of several offices */
	uint32_t eras[QUESTION_ERAS]; /* of the events to choose from, as they come in time */
	uint32_t era_count;
};

/* A round with quotations of `asked`, and choices from `wider` too, which may be the same. Looks at
 * both once, and at the texts of the record; at no more than some of all times, and what stands near them,
 * where there are very many quotations. */
void questions_draw(struct arena *, const struct result *asked, const struct result *wider,
	struct lots *, struct questions *);
/* The same of another round of the same record, and of the same `wider`, of which the same is known. */
void questions_draw_on(struct arena *, struct questions_known *, const struct result *asked,
	const struct result *wider, struct lots *, struct questions *);

#endif
