/* A line that is typed in: a prompt in the last row, above whatever view it was opened from.
 *
 * What a prompt is for is a table of functions; the prompt knows only text, its cursor, and a list of
 * what the text could go on with. Typing edits; Tab takes what is listed into the line; Down and Up
 * choose of it, and where nothing is typed Up brings back what was typed before; Enter accepts; F1
 * shows examples; Esc and C-c cancel. */
#ifndef TRUCE_UI_CORE_PROMPT_H
#define TRUCE_UI_CORE_PROMPT_H

#include "ui/core/prompt_list.h"
#include "ui/core/view.h"

/* Each kind remembers the lines that were typed in it. Those before PROMPT_HELP have examples. */
enum prompt_kind {
	PROMPT_FIND,
	PROMPT_QUERY,
	PROMPT_DAY,
	PROMPT_COMMAND,
	PROMPT_HELP,
	PROMPT_KINDS
};

struct prompt_ops {
	enum prompt_kind kind;
	const char *does;  /* "find ": stands before the label where there is room; NULL for none */
	const char *label; /* "/", "as of " */
	/* The text has changed (also at the opening): it may say so in a note. Asked once for all that was
	 * typed since the last picture, or since a key that is about what is said of it. */
	void (*changed)(struct app *, const char *text);
	/* Enter: true closes the prompt. What was chosen of the list is in the text; the thing that it
	 * means, if it means one, is told too. */
	bool (*accept)(struct app *, const char *text, struct ref meant);
	/* The prompt is given up. */
	void (*cancel)(struct app *);
	/* Work left to do while nobody types: whether there is some, and doing a little
	 * of it. Both may be NULL. */
	bool (*busy)(const struct app *);
	void (*work)(struct app *);
	struct prompt_list_ops list; /* what the text could go on with; zero for nothing */
};

void prompt_open(struct app *, const struct prompt_ops *, const char *text);

/* Says a count, or what is wrong, beside what is being typed, until that changes. */
void prompt_note(struct app *, bool warns, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* Puts another text into the prompt that is open. */
void prompt_take(struct app *, const char *text);
/* What is typed, or pasted, on a page that lies over the prompt: the page closes, and it goes on in the
 * line. */
enum app_next prompt_type(struct app *, int32_t key);
void prompt_type_paste(struct app *, const char *text, size_t len);
/* Up brings this back first, unless it is what was typed last; "" is nothing. */
void prompt_remember(struct app *, const char *text);
/* Whether a prompt is open for this. */
bool prompt_is_for(const struct app *, const struct prompt_ops *);
/* The list of the prompt that is open, or was closed last. */
struct candidates *prompt_candidates(const struct app *);

#endif
