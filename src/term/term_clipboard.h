/* The clipboard of whoever sits at the terminal, which may be at the other end of a connection: OSC 52.
 *
 * Nothing is acknowledged. Terminals that do not know it, or do not allow it, drop it; tmux passes it on
 * where its `set-clipboard` is `on`. No curses in here. */
#ifndef TRUCE_TERM_TERM_CLIPBOARD_H
#define TRUCE_TERM_TERM_CLIPBOARD_H

#include "base/buf.h"

#include <stddef.h>

/* Bytes that terminals take at most: 100,000 in base64, with what stands around it. */
enum { TERM_CLIPBOARD_MOST = 74994 };

/* Appends the sequence that puts the text into the clipboard; nothing where it is empty or too long, since
 * half a text would be worse than none. */
void term_clipboard_compose(struct buf *, const char *text, size_t len);

/* Puts the text into the terminal's clipboard; not on a console, which has none and would show it. */
void term_clipboard_send(const char *text, size_t len);

#endif
