/* Positions: who stood where on what, issue by issue and meeting by meeting.
 *
 * A meeting takes in the events that have positions, are of one era, and begin within a week of the
 * first of them. Its column holds for each issue and party the stands that were taken there, in the
 * order of the timeline.
 *
 * Meetings, cells and changes are those of the record as of the result's day. What else the result
 * was asked for (a query, a view) chooses which of them the table has: the lines and the meetings
 * that have a stand which is selected. Of a cell's other stands nothing is told but that there are
 * some. A stand is selected where its event and the quotation behind it are. The table is in the
 * arena given; it borrows the result and its record. */
#ifndef TRUCE_QUERY_POSITIONS_H
#define TRUCE_QUERY_POSITIONS_H

#include "base/arena.h"
#include "query/result.h"
#include "query/wording.h"

#include <stdbool.h>
#include <stdint.h>

enum { MEETING_DAYS = 7 };

struct meeting {
	uint32_t nth;                     /* of all meetings of the record */
	uint32_t events;                  /* how many have positions */
	const struct event *first, *last; /* of these */
	const struct event *main;      /* the one whose day is the meeting's: positions_is_main */
	uint32_t first_raised, raised; /* in the table's `raisings` */
	bool alone;                    /* no other meeting of the record is of its era */
	bool touched;                  /* an event of it that has positions is selected */
};

/* A party on an issue: a line across all meetings. */
struct position_line {
	struct ref issue, party;
	uint32_t first, count; /* in stands */
};

struct stand {
	uint32_t meeting; /* nth; first, since it is looked up */
	bool selected;
	const struct position *position;
	const struct event *event;
	enum contrast contrast; /* beside what the party said last (pairing.h), at whichever meeting
			     before: CONTRAST_NOTHING where either is not selected, or at the
			     first meeting */
	uint32_t gone;          /* of the first of a cell: see there */
};

/* A theme that was spoken of at a meeting. */
struct raising {
	uint32_t theme;   /* first, since it is looked up */
	uint32_t meeting; /* nth */
	uint32_t party;   /* whose people's words are on it, counted from 1; 0: by whomever */
};

struct position_table {
	const struct meeting *meetings;
	const struct position_line *lines; /* by issue, then party, in the order of the files */
	const struct stand *stands;     /* by line and meeting, the selected ones first, and time */
	const struct raising *raisings; /* meeting by meeting, by theme and party */
	uint32_t meeting_count, line_count, issue_count;
	bool leaves_out; /* a stand may be not selected, */
	bool to_come;    /* since a lesson is still to tell whose words it rests on */
	bool ahead; /* a stand is not selected since it is later than what the lesson has shown */
	/* And of the whole record as of the day. */
	uint32_t all_meetings, all_issues, stand_count;
};

/* Looks at every event that was known once. */
void positions_collect(struct arena *, const struct result *, struct position_table *);
/* What is wanted of a table: issues, in this order, and the meetings of some events. NULL: all of the
 * issues, and the meetings that the result touches, or that the talks of its events had. */
struct position_wants {
	const struct refs *issues, *events;
};

/* The same of what is wanted, each meeting whole: all stands taken there are selected. */
void positions_collect_whole(struct arena *, const struct result *, const struct position_wants *,
	struct position_table *);

/* What a cell without a stand means, as far as the record goes. */
enum raised {
	RAISED_NOT, /* nobody takes a stand on the issue at the meeting, nothing is on its theme */
	RAISED,     /* somebody does, or something is */
	RAISED_BY_IT, /* words of the party itself are */
};

struct position_cell {
	const struct stand *stands; /* those that are selected */
	uint32_t count;
	bool hides; /* it has others */
	enum raised raised;
	uint32_t
		before; /* the nth of the meeting at which the party spoke last, or POSITIONS_NEVER */
	uint32_t gone; /* what was said there alone, where all of a cell with stands was said there
			  in the same words; 0 where some of that, or of the cell, is not selected */
	enum contrast
		none; /* of a cell without stands: CONTRAST_LEFT, since the meeting just before */
};

#define POSITIONS_NEVER UINT32_MAX

struct position_cell positions_cell(const struct position_table *, uint32_t line, uint32_t meeting);

/* The meeting of the table nearest in days to another at which the party of a line takes a
 * stand on its issue that is selected: POSITIONS_NEVER where there is none among the 64 on
 * either side. */
uint32_t positions_nearest(const struct position_table *, uint32_t line, uint32_t meeting);

/* Who signs a position, for every table, sheet and page: who reports it, else its own source, else
 * the speaker of its quotation, else that quotation's source. */
struct ref position_signed(const struct record *, const struct position *);

/* Where it is printed: its own source, else who reports it if that is a source, else its
 * quotation's source. */
struct ref position_source(const struct record *, const struct position *);

/* How many positions an event has, and whether several parties met at it. */
uint32_t positions_taken(const struct event *);
bool positions_of_several(const struct event *);

/* Of two events of a round, whether the earlier stands better for it: the first at which several
 * parties met, else the one with the most positions. */
bool positions_is_main(const struct event *earlier, const struct event *later);

/* Whether an event is of a meeting, with positions or without. */
bool positions_meets(const struct meeting *, const struct event *);

/* True where a position of an event that is selected may be seen: it was known, and the words behind
 * it are selected. */
bool positions_is_shown(const struct result *, const struct position *);

#endif
