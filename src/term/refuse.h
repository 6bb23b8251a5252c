/* Why the terminal cannot be taken, in one line with advice. */
#ifndef TRUCE_TERM_REFUSE_H
#define TRUCE_TERM_REFUSE_H

#include "base/buf.h"

#include <stdbool.h>

/* A terminal of this type (`TERM`) is of no use, since it `what`. */
void refuse_type(struct buf *problem, const char *type, const char *what);

/* The system does not let: an errno. Ends the program where that is ENOMEM. */
void refuse_error(struct buf *problem, int error);

/* There is none to read keys from; `error` is an errno, of which the usual ones say no more. */
void refuse_none(struct buf *problem, int error);

/* After the failure of a library that does not say why: tries whether memory or descriptors are
 * gone, and says so. Returns false, and says nothing, where neither is. */
bool refuse_lack(struct buf *problem);

#endif
