/* The page of examples: what the view of that name and the choice of examples share. */
#ifndef TRUCE_UI_VIEWS_EXAMPLES_H
#define TRUCE_UI_VIEWS_EXAMPLES_H

#include "query/examples.h"
#include "ui/core/prompt.h"
#include "ui/core/window.h"

enum { EXAMPLES_MOST = 10 };

struct example {
	const char *text, *means;
	const char *leaves; /* "13 events"; NULL of what leaves nothing out */
	struct date day;    /* of a day, whose events are still to be counted */
	bool uncounted;
};

struct page {
	const struct prompt_ops *prompt;
	struct arena arena; /* of the examples */
	struct examples of;
	struct example at[EXAMPLES_MOST];
	int count;
	bool laid;
	struct window window;
};

/* Fills an empty page with examples for its prompt, of what the app shows. Grows with the record. */
void examples_fill(struct app *, struct page *);
/* Counts what the next day leaves; false where all are counted. */
bool examples_count(struct app *, struct page *);

#endif
