/* Zoom: the events of a result gathered by century, decade, year or month.
 *
 * An event belongs to the unit that holds its whole span, as the date is drawn. Those that no single
 * unit holds ("1917", among months) are gathered where they are neighbours and the same wider unit
 * holds them. Groups stand in the order of their first events, so that zooming never turns the
 * order of time. A group of one event is shown as that event. Folding looks at every event once;
 * moving in what it made does not. */
#ifndef TRUCE_LAYOUT_FOLD_H
#define TRUCE_LAYOUT_FOLD_H

#include "layout/rows.h"
#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

enum unit { UNIT_EVENT, UNIT_DAY, UNIT_MONTH, UNIT_YEAR, UNIT_DECADE, UNIT_CENTURY, UNIT_COUNT };

struct fold_group {
	struct date_civil start;     /* the first day of the unit that holds its events, as drawn */
	struct date_civil first_day; /* of its first event */
	uint32_t first;              /* in rows */
	uint32_t count;
	uint8_t held_by;            /* enum unit; UNIT_COUNT where no unit holds them */
	struct quote_counts counts; /* of what is selected, when its rows have been added first */
	bool counted;
};

struct fold {
	enum unit unit;
	enum date_mode dates; /* in which its dates are drawn */
	struct fold_group *groups;
	uint32_t count;
	uint32_t *rows;  /* rows of the result, group by group */
	uint32_t *group; /* of each row of the result */
};

/* Folds a result, with units of the calendar that dates are drawn in; what it keeps is in the
 * arena. */
void fold_build(struct fold *, struct arena *, const struct result *, enum unit, enum date_mode);

/* How many rows fold_add makes for a group, as timeline_height. */
int fold_height(const struct fold *, const struct result *, uint32_t group);

/* Adds the rows of a group: gap, heading, and last the event or what is folded: its unit, how many
 * events and quotations. */
void fold_add(struct rows *, const struct fold *, const struct result *, uint32_t group);

/* Adds what the quote pane says of a folded group: its unit, and its events a row each. */
void fold_page_add(struct rows *, const struct fold *, const struct result *, uint32_t group);

#endif
