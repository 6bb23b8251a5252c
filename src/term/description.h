/* What the terminal can do: its description in terminfo, which ncurses reads for itself as well. No
 * curses in here. */
#ifndef TRUCE_TERM_DESCRIPTION_H
#define TRUCE_TERM_DESCRIPTION_H

#include "base/buf.h"

#include <stdbool.h>

/* Reads the description of the terminal that standard output is. Returns false, with one line of
 * advice in `problem`, where there is none, or it cannot be read. To be given back with
 * description_free when ncurses has read its own, or is not to. */
bool description_read(struct buf *problem);
void description_free(void);

/* Says why it could not be read, by what can be found out; `TERM` is set. */
void description_refuse(struct buf *problem);

/* The string of a capability; NULL where the terminal lacks it. Valid as long as the description. */
const char *description_string(const char *name);

/* Appends a capability without its padding, which would need a clock; nothing where it is lacking. */
void description_add(struct buf *, const char *name);
/* Appends what moves the cursor to the start of a row. */
void description_add_row(struct buf *, int row);

#endif
