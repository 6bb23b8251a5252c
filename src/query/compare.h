/* Two events side by side, field against field; or two quotations, wording against wording.
 *
 * A comparison is a list of lines, each with a cell for either side and what can be said of the two
 * by looking at them alone. It says only what stands in the record as of the result's day, and
 * where only one side has something. Of that, what is not selected is left out: its line where both
 * cells are, else the cell, and the line says nothing of the two. Making one costs the size of the
 * two events and of those near them, never that of the record. All of it is in the arena given and
 * borrows the result and its record. */
#ifndef TRUCE_QUERY_COMPARE_H
#define TRUCE_QUERY_COMPARE_H

#include "base/arena.h"
#include "query/result.h"
#include "query/wording.h"

#include <stdbool.h>
#include <stdint.h>

enum compare_field {
	COMPARE_WHEN,     /* the event's dates; of a quotation when it was said */
	COMPARE_WHERE,    /* text */
	COMPARE_DURATION, /* text */
	COMPARE_PARTIES,  /* refs */
	COMPARE_HOST,     /* refs */
	COMPARE_MEDIATOR, /* refs */
	COMPARE_PEOPLE,   /* ref a person, text a role; `about` is the party or none */
	COMPARE_STAND,    /* position; `about` is the party, `issue` the theme */
	COMPARE_OUTCOME,  /* text */
	COMPARE_WORDS,    /* quote; `about` is the theme or none */
	COMPARE_DAY,      /* event; `days` from the start of its side */
	COMPARE_SPEAKER,  /* of two quotations: quote */
	COMPARE_KIND,     /* quote */
	COMPARE_STATUS,   /* quote */
	COMPARE_SOURCE,   /* quote */
	COMPARE_WORDING,  /* quote */
	COMPARE_ORIGINAL, /* of two quotations: quote that has some */
	COMPARE_FIELD_COUNT
};

enum { COMPARE_LEFT, COMPARE_RIGHT, COMPARE_SIDES };

/* What a side has; all zero where it has nothing. */
struct compare_cell {
	bool left_out; /* it has something that is not selected: nothing else is set */
	struct ref
		evidence; /* the event or quotation where it stands; none where there is nothing */
	const char *text;
	const struct refs *refs;
	struct ref person;
	const struct position *position;
	const struct quote *quote;
	const struct event *event; /* whose it is: not always one of the two */
};

struct compare_line {
	enum compare_field field;
	enum contrast contrast;
	struct ref about, issue;
	int64_t days;
	bool days_about; /* or about so many */
	struct compare_cell cells[COMPARE_SIDES];
};

/* The time from the start of one side to the start of the other. */
enum compare_span {
	SPAN_UNKNOWN,
	SPAN_DAYS,  /* both days are known, as years and days */
	SPAN_YEARS, /* completed years, 0 or more */
};

struct compare {
	const struct result *result;
	const struct event *events[COMPARE_SIDES];
	const struct quote *quotes[COMPARE_SIDES]; /* NULL where events are compared */
	struct wording wordings[COMPARE_SIDES];
	const struct compare_line *lines;
	uint32_t count;
	bool itself;  /* both sides are one */
	bool tongues; /* they are in two languages: of their wordings nothing is said */
	enum compare_span span;
	struct date_apart apart; /* of years no days */
	bool about;              /* and it is about so much */
	bool near; /* stands are those within a week of each side; else its own alone */
	bool more; /* more events lie near than days are listed */
};

enum {
	COMPARE_NEAR = 7,    /* days: whose stands belong to a side */
	COMPARE_BEFORE = 14, /* days before and behind the start that are listed */
	COMPARE_BEHIND = 31,
	COMPARE_BEFORE_EVENTS = 8, /* and events, at most */
	COMPARE_BEHIND_EVENTS = 24,
};

/* Compares two refs to events or quotations; of an event and a quotation, the events. False, and
 * *compare untouched, where one of them is neither, or is not selected. */
bool compare_refs(
	struct arena *, const struct result *, struct ref left, struct ref right, struct compare *);

#endif
