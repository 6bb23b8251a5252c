/* A profile as rows: who somebody is above, and below a row each of what the record says of them: a
 * column of relations, one of dates, one of words. */
#ifndef TRUCE_LAYOUT_PROFILE_H
#define TRUCE_LAYOUT_PROFILE_H

#include "layout/rows.h"
#include "query/profile.h"

enum { PROFILE_EDGE = 118 }; /* where the page ends on wider paper */

/* Adds the head: a name, a side, years, other names, and what the curator says; of an event its
 * title, date and place. Where a source stands is left out if that `waits`. */
void profile_head_add(struct rows *, const struct record *, struct ref of, bool waits);

struct profile_look {
	bool open; /* in full, with what stands below it */
	int lines; /* of words where it is not open, at most, and all else whole; 1: it is one row */
	bool top;  /* nothing of its kind stands above it */
	bool kept; /* it was marked */
	bool over; /* it lies over a scene, where nothing is selected anew */
};

/* Adds the nth row of a profile; the first of its kind has a row above, empty or with what it is. */
void profile_row_add(struct rows *, const struct record *, const struct profile *, uint32_t n,
	struct profile_look);

/* Whether a row is the first of its kind: where it is one row, one stands above it. */
bool profile_begins(const struct profile *, uint32_t n);

/* Which of the rows of an open one, from 0 on, is to be marked as selected. */
int profile_marked(const struct profile *, uint32_t n);

#endif
