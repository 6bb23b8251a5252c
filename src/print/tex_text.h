/* The one output function for TeX: text of a record within the braces of a field of BibLaTeX.
 *
 * No character of it is anything but itself there; braces are words of LaTeX, since whoever reads
 * such a file counts braces whatever stands before them. What is not seen is as plain_text has
 * it, and lines become spaces. */
#ifndef TRUCE_PRINT_TEX_TEXT_H
#define TRUCE_PRINT_TEX_TEXT_H

#include "base/text.h"

/* Appends the text. */
void tex_text(const struct text_form *, struct buf *, const char *text, size_t len);
/* Appends an address, as verbatim fields have it: what no address holds is percent-encoded. */
void tex_address(struct buf *, const char *text);

#endif
