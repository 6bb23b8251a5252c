/* Bytes to the terminal beside ncurses, which keeps none of its own back between two pictures. */
#ifndef TRUCE_TERM_TERM_OUTPUT_H
#define TRUCE_TERM_TERM_OUTPUT_H

#include "base/buf.h"

#include <stddef.h>

/* Writes all of it to standard output; gives up where that fails. */
void term_output(const char *bytes, size_t len);

/* Appends a capability of terminfo without its padding, which would need a clock. */
void term_output_capability(struct buf *, const char *);

#endif
