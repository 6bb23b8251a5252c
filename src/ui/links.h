/* The links of a quotation or an event, which follow.h follows. */
#ifndef TRUCE_UI_LINKS_H
#define TRUCE_UI_LINKS_H

#include "query/links.h"

#include <stdbool.h>

struct app;

struct linked {
	struct threads *threads; /* made at the first question */
	struct arena arena;      /* of the list */
	struct link_list list;
	bool all; /* of long groups all, not the nearest alone */
	uint32_t selected;
	int top;         /* the first row shown */
	struct buf said; /* a message made of names and numbers */
};

/* Opens the links of what is selected in the quote pane; asked again for the same, the link that was
 * selected there still is. */
void links_open(struct app *);

/* Lists all of the long groups; false where that is done already. */
bool links_show_all(struct app *);

/* The threads of the app's record. */
struct threads *links_threads(struct app *);

/* Forgets all that belongs to a record: before another takes its place, and at the end. */
void links_forget(struct app *);

#endif
