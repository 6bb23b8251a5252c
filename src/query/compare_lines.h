/* The lines of a comparison while they are made: private to compare*.c. */
#ifndef TRUCE_QUERY_COMPARE_LINES_H
#define TRUCE_QUERY_COMPARE_LINES_H

#include "query/compare.h"

#include <stddef.h>

struct compare_lines {
	struct arena *arena;
	const struct result *result;
	const struct event *const *events; /* the two */
	struct compare_line *at;
	size_t count, capacity;
};

/* Adds a line, both cells empty. Valid until the next one is added. */
struct compare_line *compare_lines_add(struct compare_lines *, enum compare_field);

struct ref compare_event_ref(const struct compare_lines *, const struct event *);
struct ref compare_quote_ref(const struct compare_lines *, const struct quote *);
bool compare_same_ref(struct ref, struct ref);

/* The day on which a date begins; false where it is not known to the day. */
bool compare_day(const struct date *, int64_t *day);

void compare_people_add(struct compare_lines *);
/* Stands of the events near each side or, where `near` is false, its own. */
void compare_stands_add(struct compare_lines *, bool near);
/* Whether the events lie so near each other that the stands near one are near the other. */
bool compare_are_near(const struct compare_lines *);
void compare_words_add(struct compare_lines *);
/* True where more events lie near than are listed. */
bool compare_days_add(struct compare_lines *);

#endif
