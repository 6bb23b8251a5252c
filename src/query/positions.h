/* Positions: who stood where on what, issue by issue and meeting by meeting.
 *
 * A meeting takes in the events that have positions, are of one era, and begin within a week of the
 * first of them. Its column holds for each issue and party the stands that were taken there, in the
 * order of the timeline. A stand is shown where its event and the quotation behind it are selected.
 * The table is in the arena given; it borrows the result and its record. */
#ifndef TRUCE_QUERY_POSITIONS_H
#define TRUCE_QUERY_POSITIONS_H

#include "base/arena.h"
#include "query/result.h"
#include "query/wording.h"

#include <stdbool.h>
#include <stdint.h>

enum { MEETING_DAYS = 7 };

struct meeting {
	uint32_t first, last; /* rows of the result: its first and last event with positions */
	uint32_t events;      /* how many have positions */
	int64_t from, to;     /* their first and last possible days, as in a date */
};

/* A party on an issue: a line across all meetings. */
struct position_line {
	struct ref issue, party;
	uint32_t first, count; /* in stands */
};

struct stand {
	uint32_t meeting; /* first, since it is looked up */
	const struct position *position;
	const struct event *event;
};

struct position_table {
	const struct meeting *meetings;
	const struct position_line *lines; /* by issue, then party, in the order of the files */
	const struct stand *stands;        /* by line, meeting and time */
	uint32_t meeting_count, line_count, stand_count, issue_count;
};

/* Looks at every event of the result once. */
void positions_collect(struct arena *, const struct result *, struct position_table *);

/* The stands of a line at a meeting; *count may be 0. */
const struct stand *positions_cell(
	const struct position_table *, uint32_t line, uint32_t meeting, uint32_t *count);

/* A cell beside what the party said last, at whichever meeting before. It is the same if both hold
 * as many stands, one by one in the same words. CONTRAST_RIGHT: it had said nothing yet.
 * CONTRAST_LEFT: it says nothing any more since the meeting just before. CONTRAST_NOTHING at the
 * first meeting. */
enum contrast positions_change(const struct position_table *, uint32_t line, uint32_t meeting);

/* Who signs a position, for every table, sheet and page: who reports it, else its own source, else
 * the speaker of its quotation, else that quotation's source. */
struct ref position_signed(const struct record *, const struct position *);

/* Where it is printed: who reports it, if that is a source, else its own source, else its
 * quotation's. */
struct ref position_source(const struct record *, const struct position *);

/* True where the result lets a position be seen: it was known, and so are the words behind it. */
bool positions_is_shown(const struct result *, const struct position *);

#endif
