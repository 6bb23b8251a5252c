/* The head of a printed page. */
#ifndef TRUCE_PRINT_HEAD_H
#define TRUCE_PRINT_HEAD_H

#include "print/document.h"

/* Writes that of the whole result. */
void head_write(struct document *);

/* Appends what a result of the record was selected by: "As of 30 March 2022: ...". Nothing where
 * nothing was asked for. */
void head_asked(
	struct buf *, const struct signs *, const struct record *, const struct select_options *);

/* How to read what stands on the page: of the marks those that do. Lasts until the flush. */
const char *head_marks(struct document *);

#endif
