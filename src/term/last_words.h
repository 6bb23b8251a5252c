/* What is written to the terminal by a signal that leaves no time to call endwin: the same that endwin
 * would write, composed ahead, with the modes it is given back. There is one terminal. No curses in
 * here. */
#ifndef TRUCE_TERM_LAST_WORDS_H
#define TRUCE_TERM_LAST_WORDS_H

#include "base/buf.h"

#include <stdbool.h>
#include <termios.h>

struct last_words {
	int rows;                    /* of the screen */
	bool mouse;                  /* it is reported */
	bool ordered;                /* it leaves the order of what is written to it */
	const struct termios *modes; /* as they were; copied */
	int flags;                   /* of the open file, as they were */
};

/* Composes them, by the terminal's description, and tells signal.h; those before stand until these are
 * complete. */
void last_words_compose(const struct last_words *);
/* Other flags than were known. */
void last_words_flags(int flags);
/* The text of those that stand; borrowed until they are composed again. */
const struct buf *last_words_text(void);
/* To be called when signal.h has been told of none. */
void last_words_free(void);

#endif
