/* Exact words, with the only differences forgiven that a typesetter makes: white space, and the
 * typographic forms of quotation marks, dashes and ellipses. So words are compared with a source's text, and
 * a variant with a quotation. */
#ifndef TRUCE_LOAD_PLAIN_H
#define TRUCE_LOAD_PLAIN_H

#include "base/buf.h"

#include <stddef.h>

/* Appends the text with each run of white space as one space, none at either end, and typographic marks
 * in their plain forms. */
void plain_fold(struct buf *, const char *text, size_t len);

#endif
