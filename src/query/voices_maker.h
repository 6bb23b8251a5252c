/* The lines of a page of voices while they are made. Private to voices. */
#ifndef TRUCE_QUERY_VOICES_MAKER_H
#define TRUCE_QUERY_VOICES_MAKER_H

#include "query/voices.h"

#include <stddef.h>

/* A line with what it is sorted by. */
struct voices_draft {
	struct voices_line line;
	uint32_t rank; /* of its group */
};

struct voices_maker {
	struct voices *voices;
	const struct record *record;
	const struct result *result;
	struct quote_counts *slots; /* of the line at hand: one for each era, and one for no era */
	uint32_t *touched, touched_count;
	struct buf folded; /* names of the line at hand */
	struct voices_draft *drafts;
	size_t count, capacity;
};

/* Counts an entry into the line at hand. */
void voices_maker_count(
	struct voices_maker *, struct ref era, uint8_t kind, struct voices_line *line);
/* Adds a name (or NULL) that the line at hand is found by. */
void voices_maker_fold(struct voices_maker *, const char *name);
/* Keeps the line at hand, whose entries have been counted and whose names are folded. */
void voices_maker_keep(struct voices_maker *, struct voices_line *, uint32_t rank);
/* Makes and keeps the line of a thread; one that has nothing selected only if asked for. */
void voices_maker_thread(
	struct voices_maker *, struct thread thread, struct ref of, bool even_empty);

/* The page of speakers: people, parties and sources, in groups by their party. */
void voices_speakers_make(struct voices_maker *, struct threads *);

/* All kinds together. */
uint32_t voices_sum(const struct quote_counts *);

#endif
