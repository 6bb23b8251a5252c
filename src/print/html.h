/* The handout as parts of another page, which has what stands around them. */
#ifndef TRUCE_PRINT_HTML_H
#define TRUCE_PRINT_HTML_H

#include "print/print.h"

/* Its title and style sheet, for the head. Returns false when a write failed, as all do. */
bool html_in_head(const struct result *, const struct print_options *, FILE *);
/* All that is seen of it, in one element. */
bool html_in_page(const struct result *, const struct print_options *, FILE *);

#endif
