/* The table of positions as rows: issues and parties down, meetings across.
 *
 * A line is laid out by itself, for the columns that are shown, so a window costs its own size. A
 * cell holds a stand on the left and the voice behind it on the right; before it stands the sign of
 * how it compares with what the party said last. */
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

/* The cell that is selected: a line, a meeting, and a stand in it or, behind the last, what says that
 * there are others; line UINT32_MAX for none. */
struct positions_spot {
	uint32_t line, meeting, nth;
};

/* Adds what each meeting is called, and the day of its main event: words of other days bear theirs. */
void positions_head_add(struct rows *, const struct record *, const struct position_table *,
	const struct positions_columns *);

/* Adds the rows of a line, below the title of its issue where it is the first shown of it. The row
 * in which the selected stand begins has stop 1, all others 0. */
void positions_line_add(struct rows *, const struct record *, const struct position_table *,
	const struct positions_columns *, uint32_t line, bool titled, struct positions_spot);

/* "6 issues at 2 meetings"; "4 of 6 issues at 1 of 2 meetings". */
void positions_count_words(struct buf *, const struct position_table *);

/* What to say where there are none. */
const char *positions_none(const struct result *, const struct position_table *);
/* Why a cell has no stand, as a sentence; advised: and what shows it. */
const char *positions_why_none(const struct position_cell *, bool advised);

/* Who signs a position: "Alexander Fomin"; "OSW says" where another than the party reports it; of one
 * that rests on a source alone, that in short: "Treaty, 3 March 1918". */
void positions_voice(struct buf *, const struct record *, const struct position *);
/* From when the words behind a position of an event are; of one without words the event's date. */
struct when positions_when(const struct record *, const struct position *, const struct event *of);
/* The voice and, where it is not the day of the date that it stands below, that: "Dmitry Peskov, 7
 * March". */
void positions_voice_below(struct buf *, enum date_mode, const struct record *,
	const struct position *, const struct event *of, struct when above);

/* The words behind a position: who said them and when, then the words; of a position without a
 * quotation its source. At most `most` rows; where there are more, the last one is cut and `rest`,
 * which is not copied, says how to read on. */
void positions_words_add(
	struct rows *, const struct record *, const struct stand *, int most, const char *rest);

/* "= same words   ≠ other words, not yet another stand ...", as much as fits. */
void positions_legend(struct buf *, const struct signs *, const struct position_table *, int width);

#endif
