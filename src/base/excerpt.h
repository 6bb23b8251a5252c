/* The line of a file in which a problem is, with a caret below its column: as much of it as fits beside
 * a message. */
#ifndef TRUCE_BASE_EXCERPT_H
#define TRUCE_BASE_EXCERPT_H

#include "base/buf.h"
#include "base/diag.h"

#include <stddef.h>
#include <stdint.h>

struct text_form;

/* Only moves forward, so that a file is passed through once: what is shown of it comes in the order
 * of its places. All members are private. */
struct excerpt {
	const struct text_form *form;
	const char *start, *at, *end; /* of the line; where `column` is; of the file */
	uint32_t line, column;
};

/* Borrows the bytes of the file and the form, which says what the terminal can show. */
struct excerpt excerpt_begin(const struct text_form *, const char *bytes, size_t len);

/* Adds two lines, the file's and the caret's, harmless to a terminal; nothing where the file has no
 * such line. The place is not before the last one. */
void excerpt_add(struct excerpt *, struct buf *, struct place);

#endif
