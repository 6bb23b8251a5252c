/* The terminal: ncurses, the one loop, and the signals.
 *
 * Everything that a program leaves behind in a terminal is taken back on every way out: return,
 * exit, a signal, suspend. A signal that ends truce ends it as that signal does. */
#ifndef TRUCE_TERM_TERM_H
#define TRUCE_TERM_TERM_H

#include "base/buf.h"
#include "layout/style.h"
#include "ui/grid.h"
#include "ui/input.h"

#include <stdbool.h>

struct term_options {
	const struct theme_look *theme;
	bool color; /* false: attributes only */
};

/* What the loop runs: three functions and what they work on. */
struct term_program {
	void *state;
	/* Says what to do about an input. */
	enum term_next {
		TERM_NOTHING,
		TERM_DRAW,
		TERM_REPAINT,
		TERM_SUSPEND,
		TERM_QUIT,
	} (*apply)(void *state, const struct input *);
	void (*draw)(void *state, struct grid *);
};

/* Takes the terminal, runs until the program says TERM_QUIT, and gives the terminal back. Returns false,
 * with one line of advice in `problem` and the terminal untouched, where there is no usable one: no
 * controlling terminal, TERM unset, unknown or without a movable cursor. */
bool term_run(const struct term_program *, const struct term_options *, struct buf *problem);

/* Whether a locale's character set is UTF-8; else what it can show. To be called after setlocale. */
bool term_is_utf8(void);

#endif
