/* Where in rows of text what is looked for stands.
 *
 * A hit in rows is a hit of the search: it stands in a piece of text by which the event or the
 * quotation is found, not in what a page says around it ("source:", a date), and it may go on over
 * the end of a line. */
#ifndef TRUCE_LAYOUT_HITS_H
#define TRUCE_LAYOUT_HITS_H

#include "layout/rows.h"
#include "query/search.h"

#include <stdint.h>

/* A part of a hit, in one row. */
struct hit_part {
	uint32_t row;
	int column, width;
	uint32_t hit; /* the parts of one hit have one number */
	int stop;     /* of its row */
};

struct hits {
	const struct hit_part *at; /* in the order of the rows */
	uint32_t count;
};

/* What is looked for, and among what. */
struct hits_of {
	struct search *search;
	const struct pattern *pattern;
	const struct result *result;
};

/* The hits in the page of an event (event_page.h), in the rows from `first` to `last`, which are
 * those of whole stops; they lie in the arena. */
struct hits hits_in_page(struct arena *, const struct hits_of *, const struct rows *, int first,
	int last, const struct event *);

/* The hits in the titles and speakers of rows that list events. */
struct hits hits_in_list(struct arena *, const struct pattern *, const struct rows *);

/* The first of them that stands in a title; NULL where none does. */
const struct hit_part *hits_in_title(const struct hits *, const struct rows *);

/* The first part of the first hit of a stop; NULL where it has none. */
const struct hit_part *hits_first(const struct hits *, int stop);

#endif
