/* A quotation on a printed page. */
#ifndef TRUCE_PRINT_QUOTATION_H
#define TRUCE_PRINT_QUOTATION_H

#include "print/document.h"

/* With all that the record says of it. */
void quotation_write(struct document *, const struct quote *);
/* The words, who said them, and where they are printed, in short; on a page of its own with the
 * number of the source and the editor's remark. */
void quotation_write_short(struct document *, const struct quote *, bool page);

#endif
