/* A page of voices in the making: its lines one by one, with their entries counted by era.
 *
 * There is a line at hand. What it is found by is named, what it has is counted, and it is kept; or
 * not, where nothing was counted or named. */
#ifndef TRUCE_QUERY_TALLY_H
#define TRUCE_QUERY_TALLY_H

#include "query/voices.h"

/* A line that is kept, with what it is sorted by, and its cells. */
struct tally_draft {
	struct voices_line line;
	struct voices_cell *cells;
	uint32_t rank; /* of its group */
};

struct tally {
	struct voices *voices;
	const struct record *record;
	const struct result *result;
	bool speakers;
	uint32_t slot_count;         /* the eras of the record, and none */
	uint32_t *slots, *eras;      /* of each era its slot, of each slot its era */
	struct quote_counts *counts; /* by slot, of the line at hand */
	uint32_t *used, used_count;  /* the slots that it uses */
	/* Of speakers, by utterance: the line that counted it last; else NULL. And the line at hand,
	 * from 1, which its maker counts. */
	uint32_t *heard, line;
	struct buf folded; /* its names, and as they stand */
	const char **names;
	size_t name_count, name_room;
	struct tally_draft *drafts;
	size_t count, capacity;
};

/* Borrows the page, which is zeroed, and the result. */
void tally_begin(struct tally *, struct voices *, const struct result *, enum voices_page);
/* Sorts the lines, finds the columns, and puts all that into the page. */
void tally_end(struct tally *);

/* Counts an entry into the line at hand. */
void tally_count(struct tally *, struct voices_line *, struct ref era, uint8_t kind);
/* Counts the entries of a thread that are exact words, or the others; each utterance once. */
void tally_thread(struct tally *, struct voices_line *, struct thread, bool exact);
/* Whether an entry is no other rendering of an utterance that the line at hand has counted, or,
 * unless `any_line`, that any line has: people come first, and what is reported of a party, one of
 * them may have said. */
bool tally_is_new(struct tally *, uint32_t quote, bool any_line);

/* Adds a name (or NULL) that the line at hand is found by; and all names of a thing. */
void tally_name(struct tally *, const char *name);
void tally_name_thing(struct tally *, struct ref);

/* Keeps the line at hand: of a lower rank before others, a heading first, then by what it has. */
void tally_keep(struct tally *, struct voices_line *, uint32_t rank);

#endif
