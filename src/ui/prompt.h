/* A line that is typed in: a prompt in the last row, above whatever view it was opened from.
 *
 * What a prompt is for is a table of functions; the prompt knows only text and its cursor. Typing edits;
 * Up brings back what was typed before; Enter accepts; Esc and C-c cancel. */
#ifndef TRUCE_UI_PROMPT_H
#define TRUCE_UI_PROMPT_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>

struct app;

struct prompt_ops {
	const char *label; /* "/", "filter: " */
	/* The text has changed (also at the opening, and when the screen has another size). */
	void (*changed)(struct app *, const char *text);
	/* Enter: true closes the prompt. */
	bool (*accept)(struct app *, const char *text);
	/* The prompt is given up. */
	void (*cancel)(struct app *);
	/* Work left to do while nobody types: whether there is some, and doing a little of it. Both may be
	 * NULL. */
	bool (*busy)(const struct app *);
	void (*work)(struct app *);
	/* Tab: the whole text that it completes to, appended to `out`; NULL where there is none. */
	void (*complete)(struct app *, const char *text, struct buf *out);
};

struct prompt {
	const struct prompt_ops *ops;
	struct buf text;
	size_t cursor; /* byte offset, between clusters */
	struct buf
		note; /* said at the right: a count, what is wrong; the user of the prompt sets it */
	bool warns;   /* the note says what is wrong */
	struct buf
		*before; /* what was typed before in prompts of this kind, closed by line feeds */
	int recalled;    /* how many lines back Up has gone; 0 is none */
};

/* Opens a prompt; `before` (borrowed) keeps its history, and may be NULL. */
void prompt_open(struct app *, const struct prompt_ops *, const char *text, struct buf *before);

void prompt_free(struct prompt *);

#endif
