/* Text as a JSON string: the one way out for text into JSON.
 *
 * Escapes leave nothing that a terminal, a line reader or an older parser would take for more than a
 * character, and nothing that the target cannot show (its form; NULL is all). A stray byte is
 * U+FFFD, so that what is written is UTF-8 whatever comes. */
#ifndef TRUCE_PRINT_JSON_TEXT_H
#define TRUCE_PRINT_JSON_TEXT_H

#include "base/buf.h"

struct text_form;

/* Appends the string with its quotation marks. */
void json_text(const struct text_form *, struct buf *, const char *text);

#endif
