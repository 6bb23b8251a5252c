/* The folded text of a record, unit by unit. Private to query/search*.c.
 *
 * The text of unit U are the bytes from starts[U] to starts[U + 1]; its pieces end with a line
 * feed, which no folded text and no needle holds, so that nothing is found across two pieces. */
#ifndef TRUCE_QUERY_SEARCH_TEXT_H
#define TRUCE_QUERY_SEARCH_TEXT_H

#include "base/buf.h"
#include "model/record.h"
#include "query/search.h"

#include <stddef.h>
#include <stdint.h>

/* Days on which an event may be: one span, or several of a set; an open one is its end that is known. */
struct search_days {
	int64_t from, to;
	uint32_t event;
};

/* The units in which a needle stands, rising. */
struct search_found {
	struct buf needle; /* empty is none */
	uint32_t *units, count;
	size_t room;
	uint32_t next; /* they are known up to before this one */
};

struct search {
	const struct record *record;
	struct buf text;
	struct buf labels;         /* of the event that is being folded */
	struct needle_bytes bytes; /* of the text, when it was so long: */
	size_t sampled;
	size_t *starts; /* of units, one more than there are; known to `ready` */
	size_t *sources; /* where in each the names of its sources begin, which are its last pieces */
	/* Of units, so that a hit is counted without a look at the record: the event that each is or belongs
	 * to, and the year of words, or none. */
	uint32_t *owners;
	int32_t *years;
	const struct date *dated; /* the date of the last year, and that */
	int32_t dated_in;
	size_t *named_with; /* by event: where the names begin of who and what it is entered with */
	uint32_t count, ready; /* units in all, units folded */
	uint32_t event;        /* the event that the next one is, or belongs to */
	struct buf names;      /* of people, parties, themes and sources, folded, a line for each */
	/* Where the names of each thing begin, one more than there are; NULL of other kinds, and
	 * before they are folded. */
	size_t *named[THING_COUNT];
	size_t *abouts; /* where the names of each person end, and who it is follows, a line */
	/* Of search_best.c: titles of events, folded, a line each, behind an empty one; where they
	 * begin, one more than there are; NULL before that. */
	struct buf titles;
	size_t *titled;
	/* Of search_days.c, in the order of events; NULL before a date is looked for. */
	struct search_days *days;
	size_t day_count;
	/* Of search_found.c: the units of what was counted last, and of what is being counted. */
	struct search_found found, coming;
	uint64_t met; /* hits so far, of all searches */
};

/* Not a year: of an event, and of words that are dated no closer than to more than one. */
enum { SEARCH_YEAR_NONE = INT32_MIN };

/* Shows each piece of text of an event or a quotation, in the order of the form: a text as it
 * stands, or a thing by whose names it is found (then text is NULL). True as soon as the visitor
 * says true. The names of its sources, as they stand under it, are shown apart, without the field. */
struct search_visit {
	bool (*piece)(void *context, const struct search_piece *);
	void *context;
};
bool search_text_visit(const struct record *, struct ref unit, const struct search_visit *);
bool search_text_sources(const struct record *, struct ref unit, const struct search_visit *);

/* Folds the names of things, once. */
void search_text_names(struct search *);

/* The folded names of a thing, a line each, to *end; the names must be folded, and the kind one of
 * those above. */
const char *search_text_named(const struct search *, struct ref, const char **end);

/* Folds units until `unit` is folded, and the whole event that it belongs to. */
void search_text_ready(struct search *, uint32_t unit);

/* How often bytes stand in what is folded; NULL where that is too little to tell. */
const struct needle_bytes *search_text_bytes(struct search *);

/* In search_found.c. The units beyond which the pattern cannot stand; NULL where that is not known. And the
 * place of the first of them that is not before this one. */
const struct search_found *search_found_within(const struct search *, const struct pattern *);
uint32_t search_found_from(const struct search_found *, uint32_t unit);
/* Notes where a pattern stands: begins; whether it is one to note, noted up to before the unit
 * `next`; adds a unit, false where there are too many; all is noted up to before that one, which
 * may be the end. */
void search_found_begin(struct search *, const struct pattern *);
bool search_found_goes_on(const struct search *, const struct pattern *, uint32_t next);
bool search_found_add(struct search *, uint32_t unit);
void search_found_to(struct search *, uint32_t next);
/* All has been looked through, and it stands nowhere. */
void search_found_none(struct search *, const struct pattern *);
void search_found_free(struct search *);

/* Finds the days of all events that are shown, once. */
void search_days_ready(struct search *);
/* The place of the first days that are not of an event before this one. */
size_t search_days_from(const struct search *, uint32_t event);

#endif
