/* A line that is typed in: a prompt in the last row, above whatever view it was opened from.
 *
 * What a prompt is for is a table of functions; the prompt knows only text and its cursor. Typing
 * edits; Up brings back what was typed before; Enter accepts; Esc and C-c cancel. */
#ifndef TRUCE_UI_CORE_PROMPT_H
#define TRUCE_UI_CORE_PROMPT_H

#include "ui/core/view.h"

/* Each kind remembers the lines that were typed in it. */
enum prompt_kind { PROMPT_FIND, PROMPT_QUERY, PROMPT_DAY, PROMPT_COMMAND, PROMPT_KINDS };

struct prompt_ops {
	enum prompt_kind kind;
	const char *label; /* "/", "as of " */
	/* The text has changed (also at the opening): it may say so in a note. */
	void (*changed)(struct app *, const char *text);
	/* Enter: true closes the prompt. */
	bool (*accept)(struct app *, const char *text);
	/* The prompt is given up. */
	void (*cancel)(struct app *);
	/* Work left to do while nobody types: whether there is some, and doing a little
	 * of it. Both may be NULL. */
	bool (*busy)(const struct app *);
	void (*work)(struct app *);
	/* Tab: the whole text that it completes to, appended to `out`; NULL where there is none. */
	void (*complete)(struct app *, const char *text, struct buf *out);
};

void prompt_open(struct app *, const struct prompt_ops *, const char *text);

/* Says a count, or what is wrong, beside what is being typed, until that changes. */
void prompt_note(struct app *, bool warns, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif
