/* The table that the bench prints, a row a thing measured, and how many rows are over their limits. */
#ifndef TRUCE_TESTS_BENCH_TABLE_H
#define TRUCE_TESTS_BENCH_TABLE_H

#include "tests/bench/measure.h"

/* Valid until the eighth call after. */
const char *table_text(const char *format, ...) __attribute__((format(printf, 1, 2)));

void table_head(const char *title);
/* What a floor took, what truce took, and their ratio, which may be `most`; 0 is no limit. Beside a floor of
 * nothing there is no ratio: a gap, which is over where there is a limit. A number that is NAN could not be
 * read, here and below: a gap, and no limit. */
void table_row(const char *what, const char *unit, double floor, double ours, double most);
/* A number with a limit of its own; below 0 is none. */
void table_fact(const char *what, const char *unit, double ours, double most);
/* A number of another program: to look at. */
void table_peer(const char *what, const char *unit, double theirs);
/* What cannot be measured here, and why. */
void table_gap(const char *what, const char *why);

/* Floors and what truce took, in turn, so that a busy machine slows both: compared is the median of the
 * ratios. */
struct pairs {
	struct numbers floors, ours, ratios;
};
void pairs_add(struct pairs *, double floor, double ours);
/* A row of them, which are freed. */
void pairs_row(struct pairs *, const char *what, const char *unit, double most);

struct table_count {
	int limits, over;
};
struct table_count table_counted(void);

#endif
