/* The offending line of a file, with a caret below the column.
 *
 * Borrows the bytes. The cursor only moves forward, so problems are shown in the order of their
 * places; then a file is passed through once, even when it is all one line. */
#ifndef TRUCE_BASE_DIAG_SOURCE_H
#define TRUCE_BASE_DIAG_SOURCE_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/text.h"

#include <stddef.h>

struct diag_source {
	const char *start, *at, *end; /* of the line; where `column` is; of the file */
	uint32_t line, column;
};

struct diag_source diag_source_start(const char *bytes, size_t len);

/* Appends the line at the place (nothing where the file has no such line) and the caret. */
void diag_source_print(struct buf *, const struct text_form *, struct diag_source *, struct place);

#endif
