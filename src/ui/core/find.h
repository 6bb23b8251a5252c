/* Searching as one types: where the search stands, and what of the screen is a hit. */
#ifndef TRUCE_UI_CORE_FIND_H
#define TRUCE_UI_CORE_FIND_H

#include "query/search.h"
#include "ui/core/find_told.h"
#include "ui/core/view.h"

struct find {
	struct buf text;        /* what is looked for; empty is nothing */
	struct buf before;      /* what was looked for last, for who types nothing */
	struct buf saying;      /* what was said of the hit at hand, */
	bool round;             /* and that it went round the end */
	struct arena arena;     /* of the pattern */
	struct pattern pattern; /* of the text; no needles where there is no text */
	struct search_count count;
	uint8_t *rows;  /* a bit for each row of the result that is a hit, or has one; see axis */
	bool likeliest; /* the hit at hand is the first answer to what was typed */
	bool offered;   /* it was said that nothing has it as typed */
	uint32_t searches; /* how many there have been, one or more: for who keeps hits */
	bool counted;      /* count is final */
	struct ref last;   /* the hit at hand; none for none */
	/* Where else it is told of, what was asked for last, and in which record that was looked up: see
	 * find_told. */
	struct told told;
	struct buf told_text;
	const struct record *told_in;
	/* Where it stands, if no pane shows it as text; its text is NULL where one does. */
	struct search_piece hidden;
	uint32_t at;      /* which of the hits, from 1; 0 where that is not known */
	struct spot from; /* where the search began */
};

void find_begin(struct app *);
void find_end(struct app *);
/* Shows the keeper where the search began. */
void find_keep(struct app *, struct keeper *);

/* The pattern of what is typed; a date as truce shows it stands for the events that it touches, too.
 * As pattern_read. */
bool find_pattern(struct app *, struct arena *, const char *text, struct pattern *);

/* Opens the prompt. */
enum app_next find_open(struct app *, const struct request *);

/* Finds what was typed at another prompt, as at this one. False where it stands nowhere, which the note
 * of the prompt says. */
bool find_words(struct app *, const char *text);
/* Finds a text without a prompt. */
void find_go(struct app *, const char *text);
/* Whether it stands in what is shown, in the first megabyte of it. */
bool find_has(struct app *, const char *text);

/* Goes to the next or the previous hit, round the end, which is said. */
enum app_next find_next(struct app *, const struct request *);

/* Goes to the first hit from an event on, or the last before it (search_find); false where there is none. */
bool find_step_to(struct app *, struct ref from, enum search_way);

/* Ends the search: its marks are gone. False where there was none. */
bool find_clear(struct app *);

/* Searches anew what is shown now: after another filter. */
void find_again(struct app *);

/* Whether hits are still to be counted, and counting on for a moment. */
bool find_counting(const struct app *);
void find_count(struct app *);

/* In find_say.c. Adds "3 of 17", "best match of 17", "17 hits", "no match", and why the hit at hand is one,
 * where no pane shows that. */
void find_hit_words(const struct app *, struct buf *);
/* Says all of it in the last row; `round`: that the search went on from the other end. */
void find_say(struct app *, bool round);
/* Says again what is said of the hit at hand, if that is still there: for another width. */
void find_say_again(struct app *);

/* Where else what was asked for last is told of, as of the day at hand. */
const struct told *find_told(struct app *);

/* Whether something is looked for. */
bool find_is_on(const struct app *);

#endif
