/* Dates of a query, as spans of days: what an event's date is held against. */
#ifndef TRUCE_MODEL_QUERY_DATES_H
#define TRUCE_MODEL_QUERY_DATES_H

#include "base/arena.h"
#include "model/date.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Days from the first to the last; an open end is DATE_OPEN_START or DATE_OPEN_END. */
struct query_span {
	const struct query_span *next;
	int64_t from, to;
};

/* Any EDTF, and the ranges "1917..1918", "..1996" and "2022-03-29.."; several between commas.
 * Spans are in the arena; on failure *spans is untouched and the problem filled. */
bool query_dates_parse(struct arena *, const char *text, size_t len,
	const struct query_span **spans, struct date_problem *);

/* The days that a date may be: one span, or several of a set. An end that is not known counts as
 * the one that is; NULL where the year is not known. Spans are in the arena. */
const struct query_span *query_spans(struct arena *, const struct date *);

#endif
