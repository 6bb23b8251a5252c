/* The editor: the one program that truce starts, on demand, in the terminal that it has given
 * back. */
#ifndef TRUCE_TERM_EDITOR_H
#define TRUCE_TERM_EDITOR_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

/* Opens a file at a line (from 1) in $VISUAL, else $EDITOR, else vi, with keys from `keyboard`, and
 * waits for its end. When it could not be started or failed, false, and `problem` says so in one
 * line. Signals must be caught (signal.h), and the terminal given back. */
bool term_editor_run(const char *file, uint32_t line, int keyboard, struct buf *problem);

/* The words to start an editor with, closed by NULL. `editor` may hold arguments, and quotation
 * marks and backslashes around blanks as a shell has them. Caller owns the result and frees it in
 * one. */
char **term_editor_command(const char *editor, const char *file, uint32_t line);

#endif
