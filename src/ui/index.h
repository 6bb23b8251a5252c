/* The index: pages of speakers, themes, sources and parallels, each with its entries under the eras they belong
 * to. Letters narrow a page; Enter filters the record to what is selected. */
#ifndef TRUCE_UI_INDEX_H
#define TRUCE_UI_INDEX_H

#include "query/voices.h"
#include "ui/list.h"

struct app;

struct index {
	struct voices *pages[VOICES_PAGES]; /* each made when it is first shown */
	struct result made_of;              /* what the explorer was opened with then */
	enum voices_page page;
	struct buf needle; /* what narrows the page, as typed */
	uint32_t *hits;    /* the lines that fit it */
	uint32_t hit_count;
	struct list list;   /* of the hits */
	uint32_t first_era; /* the first one shown */
};

void index_open(struct app *, enum voices_page);
/* Opens the index at a person, party, source or theme; `voice` where a source is meant as a speaker. */
void index_open_at(struct app *, struct ref, bool voice);

/* Forgets the pages: before another record takes the place of theirs, and at the end. Of another day they are
 * made anew by themselves. */
void index_forget(struct app *);

#endif
