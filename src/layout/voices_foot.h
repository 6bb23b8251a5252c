/* The foot of the index: what is to be known of the selected line, and who sat at the table without a
 * word. */
#ifndef TRUCE_LAYOUT_VOICES_FOOT_H
#define TRUCE_LAYOUT_VOICES_FOOT_H

#include "layout/rows.h"
#include "model/record.h"
#include "query/voices.h"

#include <stdbool.h>

struct voices_foot {
	const struct voices *voices;
	enum voices_page page;
	const struct voices_line *line; /* the selected one, or NULL */
	const char *within; /* in what the silent have no words: "here", "in this lesson" */
	bool narrowed;      /* not all are listed: of the silent nothing is said */
	bool at_end;        /* it is the last */
	bool beside;        /* stands beside the list, where there are rows enough */
	struct paper paper;
	int screen, body; /* lines of the screen, and those that list and foot share */
};

/* Rows of the foot, with an empty one above; 0 where the screen has no room for one. */
int voices_foot_rows(const struct record *, const struct voices_foot *);
/* Lays it out in the arena, borrowing the record; the silent in what the line leaves of `most` rows. */
void voices_foot_add(
	struct rows *, struct arena *, const struct record *, const struct voices_foot *, int most);

#endif
