/* Quotation marks that a quotation brings along, though they are added where it is shown. */
#ifndef TRUCE_BASE_MARKS_H
#define TRUCE_BASE_MARKS_H

#include "base/buf.h"

#include <stddef.h>

enum marks {
	MARKS_NONE,
	MARKS_AROUND, /* a pair opens and closes the whole text, of one kind or of two */
	MARKS_OPEN,   /* it begins with a mark that is never closed */
	MARKS_CLOSE   /* it ends with a mark that was never opened */
};

/* Which of them the text has; *at is the offset of the mark. Marks that belong to the words are
 * none: quotations within it, apostrophes, inches. */
enum marks marks_own(const char *text, size_t len, size_t *at);

/* Appends the text without them. */
void marks_leave_out(struct buf *, const char *text, size_t len);
/* The same where a closing mark is the only one; else nothing. */
void marks_close_leave_out(struct buf *, const char *text, size_t len);

#endif
