/* Whole documents to a stream: a table of formats, one file each.
 *
 * A format writes as it goes: what it holds does not grow with what it prints. Each sends text of
 * the record through the one output function of its target, and no other way. */
#ifndef TRUCE_PRINT_PRINT_H
#define TRUCE_PRINT_PRINT_H

#include "base/text.h"
#include "layout/style.h"
#include "query/select.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct template;

/* Which leaves of a class sheet. */
enum sheet_part { SHEET_AND_KEY, SHEET_ALONE, KEY_ALONE };

/* For formats that are read as they stand (text, man); the others print everything always. */
struct print_options {
	int width;                      /* columns; 0 is 80, less than 20 is 20 */
	bool brief;                     /* one line an event */
	bool quotes_only;               /* quotations with who said them, no events */
	bool two_up;                    /* of html: two pages on a sheet of paper */
	enum sheet_part part;           /* of the class sheet */
	bool ascii;                     /* signs and lines in ASCII */
	int colors;                     /* as look_sgr has it; -1 is none */
	const struct theme_look *theme; /* NULL is no colour either */
	const struct text_form *form;   /* what the stream can show; NULL is all */
	uint64_t seed;                  /* of what is drawn by lot */
	uint32_t questions;             /* how many questions or cards; 0 is a round, and all */
	uint32_t *drawn;                /* receives how many there were; NULL is nobody */
	struct select_options asked;    /* what the result was selected by: said in the head */
	/* The words of the command line that make a sheet what it is, but its number and the files:
	 * "--view", "respite"; closed by NULL. NULL is none. */
	const char *const *again;
	/* Of each quotation of the record what opens the page of its source at its words, behind the
	 * address and a #; NULL where nothing does, or nobody looked. */
	const char *const *fragments;
	/* Of a format that fills one: the template, and the place where the page begins, a line
	 * "name value" for each part of it; NULL is the card. */
	const struct template *template;
	const char *place;
};

enum worksheet_done {
	WORKSHEET_PRINTED,
	WORKSHEET_FAILED,  /* a write failed */
	WORKSHEET_NOTHING, /* the result has nothing that could be asked; nothing is written */
};

/* A format, and the pages that it prints besides the record; NULL is one that it does not. All flush
 * the stream, and tell when a write failed; why, the stream's owner knows (term/outlet.h). */
struct print_format {
	const char *name, *help;
	bool fills;  /* it is a template that is filled: print_options.template, and place */
	bool leads;  /* it leads to proved words: print_options.fragments */
	bool two_up; /* it goes on paper two pages a sheet: print_options.two_up */
	bool (*print)(const struct result *, const struct print_options *, FILE *);
	/* Two events or quotations of the result side by side; nothing where it does not hold both. */
	bool (*compare)(const struct result *, const struct print_options *, struct ref left,
		struct ref right, FILE *);
	/* Who stood where on what. */
	bool (*positions)(const struct result *, const struct print_options *, FILE *);
	/* The teacher's page of the view that was asked for, which the result is of. */
	bool (*plan)(const struct result *, const struct print_options *, FILE *);
	/* The sheet for the class of that number; the same result, number and options print the
	 * same. */
	enum worksheet_done (*worksheet)(
		const struct result *, const struct print_options *, uint64_t seed, FILE *);
	/* What it is of, as many as asked for; NULL is a format of all that there is. */
	const char *one, *many;
	/* Where it prints a part of the result: whether there is such a thing, and the words that say
	 * that there is none; NULL is a format of all that there is. */
	bool (*any)(const struct result *, const struct print_options *);
	const char *none;
};

/* The format of that name, or NULL. */
const struct print_format *print_find(const char *name);
/* The nth format, NULL past the last: for lists. The first is the default. */
const struct print_format *print_at(int n);

bool print_text(const struct result *, const struct print_options *, FILE *);
bool print_man(const struct result *, const struct print_options *, FILE *);
bool print_html(const struct result *, const struct print_options *, FILE *);
bool print_markdown(const struct result *, const struct print_options *, FILE *);
bool print_page(const struct result *, const struct print_options *, FILE *);
bool print_json(const struct result *, const struct print_options *, FILE *);
bool print_jsonl(const struct result *, const struct print_options *, FILE *);
bool print_yaml(const struct result *, const struct print_options *, FILE *);
bool print_gift(const struct result *, const struct print_options *, FILE *);
bool print_anki(const struct result *, const struct print_options *, FILE *);
bool print_csv(const struct result *, const struct print_options *, FILE *);
bool print_csv_events(const struct result *, const struct print_options *, FILE *);
bool print_spreadsheet(const struct result *, const struct print_options *, FILE *);
bool print_timelinejs(const struct result *, const struct print_options *, FILE *);
bool print_webannotation(const struct result *, const struct print_options *, FILE *);
bool print_csl_json(const struct result *, const struct print_options *, FILE *);
/* Whether there is anything in it for formats of questions, and of sources. */
bool print_gift_any(const struct result *, const struct print_options *);
bool print_sources_any(const struct result *, const struct print_options *);
bool print_biblatex(const struct result *, const struct print_options *, FILE *);

/* The other pages of those that have them: see struct print_format. */
bool print_compare_text(const struct result *, const struct print_options *, struct ref left,
	struct ref right, FILE *);
bool print_positions_text(const struct result *, const struct print_options *, FILE *);
bool print_plan_text(const struct result *, const struct print_options *, FILE *);
bool print_compare_html(const struct result *, const struct print_options *, struct ref left,
	struct ref right, FILE *);
bool print_positions_html(const struct result *, const struct print_options *, FILE *);
bool print_plan_html(const struct result *, const struct print_options *, FILE *);
bool print_compare_markdown(const struct result *, const struct print_options *, struct ref left,
	struct ref right, FILE *);
bool print_positions_markdown(const struct result *, const struct print_options *, FILE *);
bool print_plan_markdown(const struct result *, const struct print_options *, FILE *);
enum worksheet_done print_worksheet_text(
	const struct result *, const struct print_options *, uint64_t seed, FILE *);
enum worksheet_done print_worksheet_man(
	const struct result *, const struct print_options *, uint64_t seed, FILE *);
enum worksheet_done print_worksheet_html(
	const struct result *, const struct print_options *, uint64_t seed, FILE *);
enum worksheet_done print_worksheet_markdown(
	const struct result *, const struct print_options *, uint64_t seed, FILE *);

#endif
