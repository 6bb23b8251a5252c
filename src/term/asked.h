/* What is asked of the terminal beside ncurses, which knows nothing of it. Appends to a buf; a terminal
 * that knows no control sequences, and would show them, is not asked. No curses in here. */
#ifndef TRUCE_TERM_ASKED_H
#define TRUCE_TERM_ASKED_H

#include "base/buf.h"

#include <stdbool.h>

/* To report the mouse, or no longer. */
void asked_mouse(struct buf *, bool on);
/* For marks around what is pasted, or no longer. */
void asked_paste(struct buf *, bool on);
/* Not to turn round what is written from right to left, since truce has done so: explicit mode, RM 8 of
 * ECMA-48, as "BiDi in Terminal Emulators" of freedesktop.org has it; or to do so again. */
void asked_order(struct buf *, bool on);
/* What colour is behind its text: OSC 11. Nothing for a console of the system. */
void asked_ground(struct buf *);

#endif
