/* The table of positions as rows: issues and parties down, meetings across.
 *
 * A line is laid out by itself, for the columns that are shown, so a window costs its own size. A
 * cell holds a stand and below it the voice behind it; before it stands the sign of how it compares with
 * what the party said last, where that is in a column that is shown. */
#ifndef TRUCE_LAYOUT_POSITIONS_H
#define TRUCE_LAYOUT_POSITIONS_H

#include "layout/rows.h"
#include "layout/words_date.h"
#include "query/positions.h"

struct positions_columns {
	int label;        /* columns for the names of parties; 0: they stand above their cells */
	int width;        /* of a cell, its sign included */
	uint32_t at_once; /* how many meetings fit */
	uint32_t first, count; /* the meetings that are shown */
};

/* The columns that fit a width, from the meeting `first` on. */
struct positions_columns positions_columns(
	const struct position_table *, int width, uint32_t first);
/* The next ones, of which the first is the last of these: so each meeting stands beside the one before it
 * where two fit. False, and *columns untouched, where none are left. */
bool positions_columns_next(const struct position_table *, struct positions_columns *);

/* The cell that is selected: a line, a meeting, and a stand in it or, behind the last, what says that
 * there are others; line UINT32_MAX for none. */
struct positions_spot {
	uint32_t line, meeting, nth;
};

/* Adds what each meeting is called, and the day of its main event: words of other days bear theirs. */
void positions_head_add(struct rows *, const struct record *, const struct position_table *,
	const struct positions_columns *);

/* Adds what one of them is called, and its day, a row each. */
void positions_meeting_add(struct rows *, const struct record *, const struct meeting *);

/* Adds what a cell of the nth column holds, each in rows of its own: its stands, and in rows beside
 * these the signs of how they compare. */
void positions_cell_add(struct rows *stands, struct rows *signs, const struct record *,
	const struct position_table *, const struct positions_columns *, uint32_t line,
	uint32_t nth);

/* Adds the rows of a line, below the title of its issue where it is the first shown of it. The row
 * in which the selected stand begins has stop 1, all others 0. */
void positions_line_add(struct rows *, const struct record *, const struct position_table *,
	const struct positions_columns *, uint32_t line, bool titled, struct positions_spot);

/* "6 issues on 2 dates"; "4 of 6 issues on 1 of 2 dates"; where some columns are shown, and not all,
 * "6 issues · dates 2–3 of 4": not each of them was a meeting. `columns` may be NULL. */
void positions_count_words(struct buf *, const struct position_table *,
	const struct positions_columns *, const struct signs *);

/* What to say where there are none. */
const char *positions_none(const struct result *, const struct position_table *);
/* Why a cell has no stand, as a sentence; advised: and what shows it. */
const char *positions_why_none(
	const struct position_table *, const struct position_cell *, bool advised);

/* "= same words   ≠ other words ...", as much as fits: of the signs that these columns may have. Returns
 * whether all of them are told. */
bool positions_legend(struct buf *, const struct signs *, const struct position_table *,
	const struct positions_columns *, int width);

#endif
