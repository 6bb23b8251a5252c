/* Following: the links of a quotation or an event, the next words by the same voice, and the way back. */
#ifndef TRUCE_UI_LINKS_H
#define TRUCE_UI_LINKS_H

#include "query/links.h"

#include <stdbool.h>

struct app;

struct linked {
	struct threads *threads; /* made at the first question */
	struct arena arena;      /* of the list */
	struct link_list list;
	uint32_t selected;
	int top;         /* the first row shown */
	struct buf said; /* a message made of names and numbers */
};

/* Opens the links of what is selected in the quote pane; asked again for the same, the link that was
 * selected there still is. */
void links_open(struct app *);

/* Goes to the nth next quotation by the same voice, or with a direction below 0 the previous; says so where
 * there is none. */
void links_voice_step(struct app *, int direction, uint32_t count);

/* Goes back or forward on the trail; says so at its end. */
void links_retrace(struct app *, int direction, uint32_t count);

/* The threads of the app's record. */
struct threads *links_threads(struct app *);

/* Forgets all that belongs to a record: before another takes its place, and at the end. */
void links_forget(struct app *);

#endif
