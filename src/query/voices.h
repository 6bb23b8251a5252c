/* Voices: who speaks in a record, how often, and when; and the same of themes, sources and
 * parallels.
 *
 * Each line of a page is one person, theme, source or parallel with its entries counted by era and
 * kind. A page is made in one pass over the threads; asking for a cell takes steps by the number of
 * eras in which there is anything. Everything is in the page's arena and borrows the record. Caller
 * owns the page: voices_free. */
#ifndef TRUCE_QUERY_VOICES_H
#define TRUCE_QUERY_VOICES_H

#include "query/result.h"
#include "query/threads.h"

enum voices_page { VOICES_SPEAKERS, VOICES_THEMES, VOICES_SOURCES, VOICES_PARALLELS, VOICES_PAGES };

/* The entries of a line in one era; of a speaker, renderings of one utterance are one. Of a parallel
 * the events it names count, as quotations. */
struct voices_cell {
	uint32_t era; /* column of the page */
	struct quote_counts counts;
};

struct voices_line {
	struct ref of; /* person, party, source; theme; parallel */
	const char *
		group; /* speakers: the heading it stands under; parallels: who claims it; else NULL */
	const char *suffix; /* the party of one who stands under "others"; or NULL */
	const char *folded; /* names and aliases, folded for search, a line feed between them */
	struct quote_counts counts;
	uint32_t total;
	const struct voices_cell *cells; /* by era, only those that hold something */
	uint32_t cell_count;
};

/* An era as a column; none is what stands between eras. */
struct voices_era {
	struct ref era;
	uint32_t most; /* entries of the line that has most there */
};

struct voices {
	struct arena arena;
	const struct voices_line *lines;
	uint32_t line_count;
	const struct voices_era *eras; /* in the order of time; only those that hold something */
	uint32_t era_count;
	struct quote_counts counts; /* of all lines; of speakers each utterance once */
	uint32_t renderings;    /* speakers: entries not counted, others being the same utterance */
	uint32_t unattributed;  /* speakers: entries that name nobody */
	const uint32_t *silent; /* speakers: people at a table who have no words here */
	uint32_t silent_count;
};

struct voices *voices_make(struct threads *, const struct result *, enum voices_page);
void voices_free(struct voices *);

/* The counts of a line in the nth column; zero where there is nothing. */
struct quote_counts voices_at(const struct voices_line *, uint32_t era);

/* How well a needle, folded, fits a line: 0 not at all, else the more the better. Every character
 * must be found in one of the names, in order; neighbours and beginnings of words count more. */
int voices_match(const struct voices_line *, const char *needle);

#endif
