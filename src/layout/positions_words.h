/* A position in words: who signs it, from when it is, and the words behind it. */
#ifndef TRUCE_LAYOUT_POSITIONS_WORDS_H
#define TRUCE_LAYOUT_POSITIONS_WORDS_H

#include "layout/rows.h"
#include "layout/words_date.h"
#include "query/positions.h"

/* Who signs a position: "Alexander Fomin"; "OSW says" where another than the party reports it; of one
 * that rests on a source alone, that in short: "Treaty, 3 March 1918". */
void positions_voice(struct buf *, const struct record *, const struct position *);
/* From when the words behind a position of an event are; of one without words the event's date. */
struct when positions_when(const struct record *, const struct position *, const struct event *of);
/* The voice and, where it is not the day of the date that it stands below, that: "Dmitry Peskov, 7 March";
 * "Joint statement, 10 May" of one that has the day in its name. */
void positions_voice_below(struct buf *, enum date_mode, const struct record *,
	const struct position *, const struct event *of, struct when above);
/* The same as rows from a column on; the day in a row of its own where one row does not hold both. */
void positions_voice_add(struct rows *, int left, const struct record *, const struct position *,
	const struct event *of, struct when above);

/* " At the meeting of 2 June 2025: “not forced to be neutral” (Ukraine).": where the party
 * of a line that has nothing at a meeting stands at the nearest other; nothing where it
 * stands at none. */
void positions_elsewhere(struct buf *, enum date_mode, const struct record *,
	const struct position_table *, uint32_t line, uint32_t meeting);

/* The words behind a position: who said them and when, then the words; of a position without a
 * quotation its source. At most `most` rows; where there are more, the words begin with what bears on the
 * issue (query/bearing.h), the last row is cut, and `rest`, which is not copied, says how to read all. */
void positions_words_add(
	struct rows *, const struct record *, const struct stand *, int most, const char *rest);

/* Where the source that a position is credited to has the words of its quotation in a wording of its own;
 * NULL where it has them as the quotation stands, or there are none. */
const struct attestation *positions_place(const struct record *, const struct position *);

#endif
