/* Text for groff and mandoc in man(7) macros.
 *
 * roff_text is the one way out: what text_show makes harmless for a terminal, with backslashes,
 * accents and hyphens escaped, and no line beginning with a control character of roff. Lines are
 * broken at spaces to stay under 80 bytes. */
#ifndef TRUCE_PRINT_ROFF_H
#define TRUCE_PRINT_ROFF_H

#include "base/buf.h"

struct text_form;

/* Appends text, as the form shows it, as input lines, each closed by a line feed; a line feed of the
 * text is a break. */
void roff_text(const struct text_form *, struct buf *, const char *text);
/* Appends the text between double quotes, as one argument of a macro. */
void roff_argument(const struct text_form *, struct buf *, const char *text);
/* Appends the request for a line with one text at the left and another at the right. */
void roff_title(const struct text_form *, struct buf *, const char *left, const char *right);
/* Appends `.MACRO "text"` and a line feed: the text as one argument on one line. */
void roff_macro(const struct text_form *, struct buf *, const char *macro, const char *text);

#endif
