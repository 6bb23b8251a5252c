/* Commands for a POSIX shell, to be copied from a page or a screen. */
#ifndef TRUCE_BASE_SHELL_H
#define TRUCE_BASE_SHELL_H

#include "base/buf.h"

#include <stdbool.h>

/* Appends one argument, in quotes where it needs them. Returns false, and appends nothing, where no
 * copy of it would be it: of an empty one, bytes that are not UTF-8, and characters that are not
 * seen or are shown as something else. */
bool shell_word(struct buf *, const char *word);

/* As shell_word, of the name of a file: with "./" before one that begins like an option. "-" stays
 * as it is, and means standard input. */
bool shell_file(struct buf *, const char *name);

/* Adds a word as these two have made it to a command, behind a blank; where it does not fit into
 * `width` columns, on a new line behind a backslash, and broken like that where it is longer
 * itself. Lines begin at the left edge, and leave a column free. */
void shell_add(struct buf *command, const char *word, int width);

#endif
