/* Voices: who speaks in a record, how often, and when; and the same of themes, sources and
 * parallels. A page of lesson plans lists them, and how many scenes each has.
 *
 * Each line of a page is one person, theme, source or parallel with its entries counted by era and
 * kind. A page is made in one pass over the threads; asking for a cell takes steps by the number of
 * eras in which there is anything. Everything is in the page's arena and borrows the record. Caller
 * owns the page: voices_free. */
#ifndef TRUCE_QUERY_VOICES_H
#define TRUCE_QUERY_VOICES_H

#include "query/result.h"
#include "query/threads.h"

enum voices_page {
	VOICES_SPEAKERS,
	VOICES_THEMES,
	VOICES_SOURCES,
	VOICES_PARALLELS,
	VOICES_PLANS,
	VOICES_PAGES
};

/* The entries of a line in one era; of a speaker, renderings of one utterance are one. Of a parallel
 * the events it names count, as quotations. */
struct voices_cell {
	uint32_t era; /* column of the page */
	struct quote_counts counts;
};

struct voices_line {
	struct ref of; /* person, party, source; theme; parallel; view */
	const char
		*group; /* speakers, sources: the heading it stands under; parallels: who claims it;
			* else NULL */
	const char *suffix; /* the party of one who stands under "others"; or NULL */
	/* A party over its people: it counts all that they and the party say, each utterance once.
	 * Its line comes first in its group. */
	bool heading;
	bool printed;       /* a source by what stands in it, not by what it says */
	const char *folded; /* its name and its other names, folded, a line feed between them */
	const char *const *names; /* the same as they stand */
	const char
		*told; /* folded: what the record says of it, as its foot does; NULL for nothing */
	bool waits;    /* over a scene: that tells what a later one holds (waits.h) */
	struct quote_counts counts;
	uint32_t total;                  /* of a plan, its scenes */
	uint32_t whole;                  /* what it has of all that is known; see voices_make */
	const struct voices_cell *cells; /* by era, only those that hold something */
	uint32_t cell_count;
};

/* An era as a column; none is what stands between eras. */
struct voices_era {
	struct ref era;
	uint32_t most; /* entries of the line that has most there, headings apart; 1 or more */
	uint32_t sums; /* the most that any line has there, headings as well */
	struct quote_counts peak; /* of each kind, the most that a line but a heading has */
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
	bool waiting;     /* parallels: over a scene of a lesson some are left out */
	bool part;        /* what is counted is a part of what is known */
	bool described;   /* speakers: of some of them it is said who they are */
	size_t note_most; /* bytes of a theme's longest note, or of where a source stands */
};

struct voices *voices_make(struct threads *, const struct result *, enum voices_page);
/* The same of a part of another result, of which each line tells what it has there. */
struct voices *voices_make_part(
	struct threads *, const struct result *, const struct result *whole, enum voices_page);
void voices_free(struct voices *);

/* The counts of a line in the nth column; zero where there is nothing. */
struct quote_counts voices_at(const struct voices_line *, uint32_t era);

/* Appends how the line over a party's people is called: "Ukraine, all". */
void voices_heading(struct buf *, const struct voices_line *);

/* Appends the query that selects what a line counts: of a heading "by:", of a voice "speaker:", of a
 * theme or source its own, of a parallel the events that it names, else its eras. */
void voices_query(
	struct buf *, const struct record *, const struct voices_line *, enum voices_page);

/* Finds the lines that fit a needle, folded, into `hits`, which has room for all: those that have
 * it in a name, and all of a group whose heading has it or calls them so (people_of); where there
 * are none, those of which names and what is told have its words, and else those whose own name has
 * its letters in order. Returns how many; *best is the place of the one that fits best, the first
 * of equals. An empty needle fits all, and best the first line that is no heading. */
uint32_t voices_fit(const struct voices *, const char *needle, uint32_t *hits, uint32_t *best);

/* Of a line that fits by another name than what is shown of it, folded: that name, as it stands.
 * NULL where what is shown has the needle, or where its group does. */
const char *voices_why(const struct voices_line *, const char *needle, const char *shown);

#endif
