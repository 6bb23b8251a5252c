/* The parts of a sheet, each drawn by a file of its own. For sheet.c and these.
 *
 * Whose words and whose view come first, then what is asked of positions, then the order: each
 * looks at those before it, so that no part of a sheet answers another. Where the words tell all that
 * could be asked of positions, these come first, and the words are drawn again. */
#ifndef TRUCE_QUERY_SHEET_PARTS_H
#define TRUCE_QUERY_SHEET_PARTS_H

#include "query/pool.h"
#include "query/sheet.h"

/* A sheet while it is made. */
struct sheet_making {
	struct arena *arena;
	const struct result *result; /* what is shown: see scenes_shown */
	const struct record *record;
	struct lots *lots;
	bool heard;          /* it is what a class was shown: see pool.h */
	struct sheet *sheet; /* what has been drawn so far */
	/* What is to be asked about positions, if that came first: no words are taken that tell it. */
	const struct sheet_change *reserved;
	uint32_t reserved_count;
};

/* Zeroed numbers in the arena. */
uint32_t *sheet_numbers(const struct sheet_making *, uint32_t count);

/* Words or views from a pool, `most` at most and none longer than so many words, and the names to choose from;
 * of a lesson words and what stands against them, or neither, as far as both can be asked. */
void sheet_match_make(const struct sheet_making *, struct pool *, bool views, uint32_t most,
	uint32_t words_most, struct sheet_match *);
/* Then and now: what the words that were drawn do not tell. */
void sheet_changes_make(const struct sheet_making *, uint32_t most);
/* In what order; words no longer than so many. */
void sheet_order_make(const struct sheet_making *, uint32_t most, uint32_t words_most);

/* Whether a text names one whose words or views the sheet asks about. */
bool sheet_names_asked(const struct sheet_making *, const char *text);
/* Whether the words of a quotation say where the party stood, then or now. */
bool sheet_tells_change(const struct record *, const struct sheet_change *, uint32_t quote);

#endif
