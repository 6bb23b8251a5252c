/* What groff's own fonts for paper lack of a page, and what stands there instead. */
#ifndef TRUCE_PRINT_ROFF_PAPER_H
#define TRUCE_PRINT_ROFF_PAPER_H

#include "base/buf.h"

#include <stdbool.h>

struct text_form;

/* The characters of a page; a zeroed one has none. */
struct roff_paper {
	unsigned char *seen; /* a bit each; owned, NULL where there is none */
};

/* Adds what stands in some lines of the page, which are whole. */
void roff_paper_read(struct roff_paper *, const char *text, size_t len);
/* Adds what roff_text would write for the text. */
void roff_paper_read_text(struct roff_paper *, const struct text_form *, const char *text);
/* Appends what says to groff, for paper alone, how such a character is drawn that its font lacks:
 * as what it looks like, else as a box. True where a character of the page may be a box; the
 * register `boxes` is 1 then from the page on that has one. */
bool roff_paper_write(const struct roff_paper *, struct buf *out);
void roff_paper_free(struct roff_paper *);

#endif
