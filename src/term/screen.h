/* The terminal's screen through ncurses, whose only user this is.
 *
 * There is one. It is taken and given back any number of times; what is lost on the way is drawn
 * again at the next term_screen_show. Signals must be caught before (signal.h). */
#ifndef TRUCE_TERM_SCREEN_H
#define TRUCE_TERM_SCREEN_H

#include "base/buf.h"
#include "term/term.h"
#include "ui/core/grid.h"

#include <stdbool.h>
#include <stdint.h>

/* Takes the terminal, when it belongs to the program: until then the program is stopped. On failure
 * the terminal is untouched, `problem` says what to do, and false is returned. */
bool term_screen_start(const struct term_options *, struct buf *problem);
/* Gives it back for good. Does nothing when it is not taken. */
void term_screen_stop(void);

/* Gives it back for a while, without a word where it belongs to another already; and takes it
 * again, to be called when it belongs to the program. */
void term_screen_leave(void);
void term_screen_return(void);
/* Whether a shell may have started the program in the background, and take the terminal back in a
 * moment. */
bool term_screen_in_doubt(void);
/* After it was left to another without a word, and will never be the program's again: gives it back
 * the modes it had, where it still has those of truce, and the screen it had, there or `at_start`. */
void term_screen_abandon(bool at_start);

/* The window's size as it is now, 1 or more each way. Unless ncurses is told, it draws for the
 * old. */
void term_screen_measure(int *rows, int *cols);
void term_screen_resize(int rows, int cols);

/* Forgets what is on the screen: the next term_screen_show draws everything. */
void term_screen_forget(void);

/* Another theme: the next term_screen_show draws everything that it changes. */
void term_screen_theme(const struct theme_look *);

/* Shows the grid: writes to the terminal what has changed since the last one. */
void term_screen_show(const struct grid *);

/* Asks the terminal what colour is behind its text, where it has colours and may know the question:
 * OSC 11. The answer comes as INPUT_GROUND, soon or never. */
bool term_screen_ask_ground(void);

/* Asks the terminal to report the mouse, or no longer. What was asked is taken back with the terminal,
 * and is to be asked again when it has been taken. */
void term_screen_mouse(bool on);

#endif
