/* The editor: the one program that truce starts, on demand, in the terminal that it has given
 * back. */
#ifndef TRUCE_TERM_EDITOR_H
#define TRUCE_TERM_EDITOR_H

#include "base/buf.h"

#include <stdint.h>

/* The words to open a file at a line (from 1) with, closed by NULL. `editor` is a line for the
 * shell; NULL is $VISUAL, else $EDITOR, else vi. One that is no plain word is run by sh, which is
 * given the file as an argument. Caller owns the result and frees it in one. */
char **term_editor_command(const char *editor, const char *file, uint32_t line);

/* Starts it, with keys from `keyboard`, and waits for its end. When it could not be started or
 * failed, `problem` says so in one line. Signals must be caught (signal.h), and the terminal given
 * back. */
void term_editor_run(char *const *words, int keyboard, struct buf *problem);

#endif
