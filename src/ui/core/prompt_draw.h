/* The picture of a prompt, over that of the view below. */
#ifndef TRUCE_UI_CORE_PROMPT_DRAW_H
#define TRUCE_UI_CORE_PROMPT_DRAW_H

#include "ui/core/candidates.h"
#include "ui/core/line.h"

struct app;

enum { PROMPT_RULE_FROM = 9 /* rows of a screen, from which a rule stands above the list */ };

struct prompt_picture {
	const char *does, *label; /* as of prompt_ops */
	const struct line *line;
	const struct candidates *list; /* NULL where it is drawn elsewhere */
	const char *note;
	bool warns; /* the note says what is wrong */
	bool helps; /* F1 opens a page of examples */
	int room;   /* rows that the list may have, without its rule */
};

void prompt_paint(struct app *, struct grid *, const struct prompt_picture *);
/* The byte of a text, shown from `from` on, that is seen in a column. */
size_t prompt_byte_at(const struct app *, const struct buf *text, size_t from, int col);

#endif
