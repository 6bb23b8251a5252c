/* The terminal: ncurses, the one loop, and the signals.
 *
 * Everything that a program leaves behind in a terminal is taken back on every way out: return,
 * exit, a signal, a crash, suspend. A signal that ends truce ends it as that signal does. */
#ifndef TRUCE_TERM_TERM_H
#define TRUCE_TERM_TERM_H

#include "base/buf.h"
#include "base/patience.h"
#include "layout/style.h"
#include "term/watch.h"
#include "ui/core/grid.h"
#include "ui/core/input.h"

#include <stdbool.h>

struct term_options {
	const struct theme_look *theme; /* of the first picture */
	bool color;                     /* false: attributes only */
	bool ask;                       /* what the terminal stands on: told as an INPUT_GROUND */
};

/* The program that the loop runs: two functions and what they work on. */
struct term_program {
	void *state;
	/* Says what to do about an input. The first one is an INPUT_RESIZE; after an INPUT_RESIZE
	 * or an INPUT_REDRAW the picture is drawn whatever the answer. */
	enum term_next {
		TERM_NOTHING,
		TERM_DRAW,
		TERM_REPAINT,
		TERM_COPY, /* send `clipboard` to the terminal, then draw */
		TERM_SUSPEND,
		TERM_EDIT,    /* give the terminal to the editor, on `place` */
		TERM_WORK,    /* do `work`, then draw */
		TERM_GIVE_UP, /* only of `meanwhile` */
		TERM_QUIT,
	} (*apply)(void *state, const struct input *);
	/* Draws the whole picture into a grid of the size last told; the grid still holds what was
	 * drawn before. Called once for all the input there is. */
	void (*draw)(void *state, struct grid *);
	/* The text for TERM_COPY, valid until the next input. */
	const char *(*clipboard)(const void *state);
	/* In how many milliseconds an INPUT_TICK is wanted, -1 for never; may be NULL. As long as
	 * one is, every other input is told after a tick with the time that has passed. */
	int (*wake)(const void *state);
	/* The theme, asked at every picture; NULL where it stays as it is. */
	const struct theme_look *(*theme)(const void *state);
	/* Whether the mouse is to be reported; asked at every picture, may be NULL. */
	bool (*mouse)(const void *state);
	/* The file and line for TERM_EDIT; `edited` is told how it ended: "", or what went wrong in
	 * one line. */
	const char *(*place)(const void *state, uint32_t *line);
	void (*edited)(void *state, const char *problem);
	/* What may take long, for TERM_WORK: it asks its patience at intervals, and leaves off when
	 * that is over. After 0.2 seconds the picture is drawn, which may say what is being done;
	 * from then on `meanwhile` is asked about each input: TERM_QUIT, TERM_SUSPEND and
	 * TERM_GIVE_UP are done at once, TERM_WORK is under way, and everything else is told when
	 * the work has ended. */
	void (*work)(void *state, struct patience *);
	enum term_next (*meanwhile)(const void *state, const struct input *);
	/* What is told as an INPUT_CHANGED when one of its files has been saved; borrowed, may be
	 * NULL. */
	struct term_watch *watch;
};

/* Takes the terminal that standard output is, runs until the program says TERM_QUIT, and gives the
 * terminal back. Keys come from standard input or, where that is no terminal, from the controlling
 * terminal. Returns false, with one line of advice in `problem` and the terminal untouched, where
 * there is no usable one: no controlling terminal, TERM unset, unknown or without a movable cursor.
 * To be called after term_locale_start. What is said on standard error meanwhile would be lost with the
 * picture unless that is fully buffered: then it is flushed where the terminal has been given
 * back. */
bool term_run(const struct term_program *, const struct term_options *, struct buf *problem);

/* Columns of the terminal that standard output is; 0 when it is none or does not say. */
int term_width(void);

#endif
