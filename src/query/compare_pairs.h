/* The lines of a comparison while they are made. Private to compare.c and compare_pairs.c. */
#ifndef TRUCE_QUERY_COMPARE_PAIRS_H
#define TRUCE_QUERY_COMPARE_PAIRS_H

#include "query/compare.h"

#include <stddef.h>

struct compare_lines {
	struct arena *arena;
	const struct result *result, *known; /* what is selected; of all that was known */
	const struct event *const *events;   /* the two */
	struct compare_line *at;
	size_t count, capacity;
};

/* Whether a line of these cells has something to tell. */
bool compare_tells(struct compare_cell left, struct compare_cell right);

/* Whether it stands behind another event, where its date alone would not put it. */
bool compare_is_placed(const struct event *);

/* Adds a line of two cells, of which a zeroed one is a side that has nothing. `same` is asked where
 * both have something. The line is valid until the next one is added. */
struct compare_line *compare_line_add(struct compare_lines *, enum compare_field,
	struct compare_cell left, struct compare_cell right, bool same);

void compare_people_add(struct compare_lines *);
/* Stands of the events near each side or, where `near` is false, its own. */
void compare_stands_add(struct compare_lines *, bool near);
/* Whether the events lie so near each other that the stands near one are near the other. */
bool compare_are_near(const struct compare_lines *);
void compare_words_add(struct compare_lines *);

#endif
