/* Text for a format that has no way to write what is not seen: what could do harm is shown by its
 * number, what is out of place is left out, and what is part of writing, as joiners are, stays, so
 * that words are exact. A line feed and a tab are a space. What the target lacks is as text_show has
 * it. */
#ifndef TRUCE_PRINT_PLAIN_TEXT_H
#define TRUCE_PRINT_PLAIN_TEXT_H

#include "base/text.h"

/* Appends the text; the format's own signs in it are the caller's to escape. */
void plain_text(const struct text_form *, struct buf *, const char *text, size_t len);

#endif
