/* Bytes to the terminal beside ncurses, which keeps none of its own back between two pictures. No
 * curses in here. */
#ifndef TRUCE_TERM_OUTPUT_H
#define TRUCE_TERM_OUTPUT_H

#include "base/buf.h"

#include <stddef.h>

/* Writes all of it to standard output, and waits while that takes nothing; gives up where it
 * fails. */
void term_output(const char *bytes, size_t len);

/* Appends a capability of terminfo without its padding, which would need a clock. */
void term_capability(struct buf *, const char *);

/* Bytes that terminals take at most: 100,000 in base64, with what stands around it. */
enum { TERM_CLIPBOARD_MOST = 74994 };

/* Appends what puts the text into the clipboard of whoever sits at a terminal of this type (NULL is
 * unknown), which may be at the other end of a connection: OSC 52. Nothing where the text is empty
 * or too long, since half a text would be worse than none; nor on a console, which has no clipboard
 * and would show it. Nothing is acknowledged. Terminals that do not know it, or do not allow it,
 * drop it; tmux passes it on where its `set-clipboard` is `on`. */
void term_clipboard_add(struct buf *, const char *type, const char *text, size_t len);

#endif
