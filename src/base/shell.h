/* Commands for a POSIX shell, to be copied from a page or a screen. */
#ifndef TRUCE_BASE_SHELL_H
#define TRUCE_BASE_SHELL_H

#include "base/buf.h"

#include <stdbool.h>

/* Appends the name of a file as one argument: in quotes where it needs them, and with "./" before a
 * name that begins like an option. Returns false, and appends nothing, where no copy of it would
 * name the file: of an empty name, bytes that are not UTF-8, and characters that are shown as
 * something else (text_is_harmful). */
bool shell_file(struct buf *, const char *name);

#endif
