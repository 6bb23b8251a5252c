/* The explorer: its state, and two functions.
 *
 * app_apply tells it what happened and answers what is to be done; app_draw draws it into a grid.
 * No terminal, no clock, no files: whoever calls it has those. */
#ifndef TRUCE_UI_CORE_APP_H
#define TRUCE_UI_CORE_APP_H

#include "model/record.h"
#include "query/select.h"
#include "ui/core/grid.h"
#include "ui/core/input.h"

struct app;
struct source_texts;

struct app_options {
	bool ascii;                   /* signs in ASCII */
	const struct text_form *form; /* what the terminal can show; NULL is all */
	struct select_options asked;  /* what of the record to show; a valid query */
	const char *at;  /* id of an event or quotation to start at; NULL for the card */
	bool no_suspend; /* ACTION_SUSPEND does nothing */
	bool mouse;      /* on from the start */
	bool as_read;    /* what runs from right to left is turned round by the terminal */
	/* NULL: as the terminal's ground has it; and of the ground that is known at the start */
	const struct theme_look *theme, *ground;
	/* Nobody can leave, suspend or edit; after five minutes without a
	 * key all is as at the start. */
	bool kiosk;
	bool present, quiz;               /* start with presenting, or with questions */
	const struct source_texts *texts; /* what words can be looked up in; NULL is nothing */
	uint64_t seed;                    /* of the lots that questions are drawn by */
};

/* Borrows the record, and all that the options point to. Caller owns the app: app_free. */
struct app *app_create(const struct record *, const struct app_options *);
void app_free(struct app *);

enum app_next app_apply(struct app *, const struct input *);

/* What an input asks for that comes while files are read again, and says so: APP_SUSPEND; from
 * every view but one where letters are typed APP_QUIT, unless that is asked about first or the key
 * only closes the view, or APP_RELOAD, which is being done; APP_NOTHING where it waits until they
 * are read. In a kiosk everything waits. */
enum app_next app_meanwhile(const struct app *, const struct input *);

/* In how many milliseconds the app wants an INPUT_TICK; -1 for never, and so whenever
 * nothing moves by itself. As long as it wants one, every other input is to come after a
 * tick with the time passed. */
int app_wake(const struct app *);

/* The theme at hand: the one that was asked for; else for a ground that has been told; else `auto`. */
const struct theme_look *app_theme(const struct app *);

/* Whether the mouse is wanted. */
bool app_mouse(const struct app *);

/* What was copied last; "" before the first. Valid until the next app_apply. More bytes
 * than these are not to be sent to a terminal, which would refuse them; the text is on
 * the screen all the same. */
enum { APP_CLIPBOARD_MOST = 74994 };
const char *app_clipboard(const struct app *);

/* A line of a file. */
struct app_place {
	const char *file; /* as opened */
	uint32_t line;
};

/* What APP_EDIT is about: where what is selected stands. Borrowed from the record, or static. */
struct app_place app_place(const struct app *);

/* Says a line in the key bar until the next key; the format is the program's
 * own, never text from a file. */
void app_say(struct app *, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Shows another record in place of the old one, which may be freed afterwards: what was selected,
 * filtered and marked stays so, by ids. Borrows the new one. */
void app_replace(struct app *, const struct record *);

/* Shows the problems that keep the files from being a record, as diag_text writes them, above the
 * record that stays; "" when there are none any more. Copies the text. */
void app_problems(struct app *, const char *);

/* Draws the whole picture. The grid must have the size last told by INPUT_RESIZE. The cost depends
 * on the size of the grid, not on that of the record; but first what is typed at a prompt is looked
 * for, once for all inputs since the last picture. */
void app_draw(struct app *, struct grid *);

#endif
