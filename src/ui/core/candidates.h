/* What a prompt could go on with: of all that fits what is typed the best, in a list above the line.
 *
 * Whoever offers (palette.c, completion.c) begins a list for what is typed, and shows it one thing
 * after the other, over several calls where there are many. Texts are copied where that is said; all
 * else is static or the record's. */
#ifndef TRUCE_UI_CORE_CANDIDATES_H
#define TRUCE_UI_CORE_CANDIDATES_H

#include "base/arena.h"
#include "base/buf.h"
#include "model/record.h"
#include "query/result.h"
#include "ui/core/area.h"

struct app;

enum { CANDIDATES_MOST = 100, CANDIDATE_NONE = -1 };

/* The parts of a prompt that can be clicked: its line, shown from the byte `item` on, what else stands
 * in that row, and the list. */
enum prompt_part { PROMPT_LINE, PROMPT_REST, PROMPT_LIST };

/* How well a text fits: in full, at its beginning, at that of a word, with each typed word at that of
 * one of its words, within a word. Anything fits where nothing is typed. */
enum fit {
	FIT_NOT,
	FIT_INSIDE = 20,
	FIT_WORDS = 40,
	FIT_WORD = 60,
	FIT_START = 80,
	FIT_WHOLE = 100,
	FIT_MEANT = 200 /* what is typed says so itself: a number, a date */
};

/* Of which text: an id is what one types; a name, a title, an alias; what is said of it. */
enum fit_text { TEXT_OF_ID = 0, TEXT_OF_NAME = 4, TEXT_OF_HELP = 30 };

struct candidate {
	const char *text;    /* takes the place of what is typed of it; copied */
	const char *help;    /* what it is; copied */
	const char *key;     /* what does the same; copied; NULL for none */
	struct tongue words; /* in its help, in another language; zeroed for none */
	int fit;
	struct ref of;    /* the thing that is meant; none for none */
	enum thing begun; /* of a party or person whose name is being typed; else THING_NONE */
	bool goes_on;     /* more is to be typed behind it */
	bool as_typed;    /* it is what stands in the line already */
	bool counts;      /* it leaves something, */
	bool counted;     /* which is known: */
	uint32_t events;
	struct quote_counts quotes;
};

struct candidates {
	struct arena arena; /* of the texts */
	struct candidate at[CANDIDATES_MOST];
	uint32_t count;
	uint32_t fits;     /* how many have fitted so far */
	const char *typed; /* what is typed of it, */
	struct buf needle; /* and that folded */
	size_t from, to;   /* the bytes of the line that a candidate takes the place of */
	bool alone;        /* nothing of a query stands before that */
	int field;         /* whoever offers: of which field, */
	uint32_t part;     /* which part of all it is at, */
	uint32_t next;     /* and what of it comes next */
	bool all;          /* everything was shown */
	bool leads;        /* the first is what Enter does, though nobody has chosen it, */
	bool takes;        /* and which it takes into the line */
	int64_t selected;  /* CANDIDATE_NONE, or which is chosen */
	uint32_t top;      /* the first that is seen */
};

/* Zeroed it is empty. */
void candidates_free(struct candidates *);

/* Begins anew for these bytes of the line. */
void candidates_begin(struct candidates *, const char *line, size_t from, size_t to);

/* Begins for the whole line; so that the first of them is what Enter does. Each a prompt's `begin`. */
void candidates_begin_line(struct app *, const char *line, size_t cursor, struct candidates *);
void candidates_begin_choice(struct app *, const char *line, size_t cursor, struct candidates *);
/* Whether there are enough: where nothing is typed everything fits, and the first of it will do. */
bool candidates_are_enough(const struct candidates *);

/* Tries a text of a thing, which may be NULL; *fit becomes the best of those tried. */
void candidates_try(const struct candidates *, const char *text, enum fit_text, int *fit);
/* Tries the id of a thing, its name, and all else that it is called. */
void candidates_try_names(const struct candidates *, const struct record *, struct ref, int *fit);
/* Whether what fits so well would be kept: counts it, and says whether to put its words together. */
bool candidates_want(struct candidates *, int fit);
/* Keeps it behind what fits as well, in place of what fits least. */
void candidates_keep(struct candidates *, const struct candidate *);
/* Whether one of that text is kept already. */
bool candidates_have(const struct candidates *, const char *text);

/* Puts one before all others, as the best. */
void candidates_first(struct candidates *, uint32_t, int fit);

/* The one that is chosen; else, where that is what Enter does, the first; else NULL. */
const struct candidate *candidates_chosen(const struct candidates *);
/* Whether what some of them would leave is told in counts. */
bool candidates_count(const struct candidates *);
/* Chooses the next or the one before, round the end; false where there is none. */
bool candidates_step(struct candidates *, int by);

/* Each of these in so many rows at most. The first that is seen and not counted; NULL for none. */
struct candidate *candidates_uncounted(struct candidates *, int rows);
/* Brings the chosen one into view. */
void candidates_fit(struct candidates *, int rows);
/* Draws them into the area, from its top, to be clicked (PROMPT_LIST). Returns how many. */
int candidates_draw(struct app *, struct grid *, const struct candidates *, struct area);
/* How many there are, where not all are seen in so many rows: " 3 of 34 choices "; of very many, what
 * makes them fewer; else nothing. */
void candidates_words(struct buf *, const struct candidates *, int rows);

#endif
