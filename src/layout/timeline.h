/* The timeline as rows: an event a row, with what stands above it.
 *
 * The rows of one event depend on it and the event before it alone, so a window is laid out without
 * looking at the rest of the record. Above an event may stand a gap of time in words and the
 * heading of its era. */
#ifndef TRUCE_LAYOUT_TIMELINE_H
#define TRUCE_LAYOUT_TIMELINE_H

#include "layout/rows.h"
#include "query/result.h"

#include <stdbool.h>
#include <stdint.h>

enum {
	TIMELINE_DATE_EDGE = 15, /* dates end before this column, */
	TIMELINE_MARK = 16,      /* the mark stands here, */
	TIMELINE_TITLE = 18,     /* and titles begin here */
	TIMELINE_SPEAKERS = 68   /* from this width on a row also names who speaks */
};

/* How many rows timeline_add makes for the event at this row of the result: 1 to 3. */
int timeline_height(const struct result *, uint32_t row);

/* Adds the rows of the event: gap, heading, and last the event itself. Of its date the parts that
 * changed since the row above; all of it when `whole`. */
void timeline_add(struct rows *, const struct result *, uint32_t row, bool whole);

/* The columns in which no title of a record is cut, or `most` where some would be. Looks at every event. */
int timeline_need(const struct paper *, const struct record *, int most);

/* The parts of timeline_add, for rows in another order: what stands above an event after the one
 * before (NULL for none; its heading only where asked for), and the event's own row with its whole
 * date. */
int timeline_above_height(
	const struct record *, const struct event *before, const struct event *event, bool heading);
void timeline_add_above(struct rows *, const struct record *, const struct event *before,
	const struct event *event, bool heading);
void timeline_add_event(struct rows *, const struct result *, uint32_t row);

/* Begins a row with words in the place of a date and a mark; the title comes next. */
void timeline_add_front(struct rows *, const char *date, const char *mark);
/* The column of an event's mark: TIMELINE_MARK, or one behind a wider date. */
int timeline_mark_column(const struct row *);

/* The title of the heading that an event stands under: its era's, or that it is outside all. */
const char *timeline_heading(const struct record *, const struct event *);

#endif
