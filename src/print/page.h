/* A page of text without end: blocks of rows, written one after another.
 *
 * A block is laid out in page->rows, with lines for the margin at its left if it has any, and
 * written by page_flush, which forgets it. The page
 * owns its memory (page_end); it borrows the result, the options and the stream. */
#ifndef TRUCE_PRINT_PAGE_H
#define TRUCE_PRINT_PAGE_H

#include "layout/rows.h"
#include "print/print.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum {
	PAGE_LEAST = 20,
	PAGE_WIDEST = 100, /* longer lines tire the eye */
	PAGE_NARROW = 60,  /* below it there is one column */
	PAGE_MARGIN = 17,  /* where the dates in the margin end */
	PAGE_TEXT = 20     /* where the text begins beside a margin */
};

struct page {
	const struct result *result;
	const struct record *record;
	const struct print_options *options;
	FILE *file;
	bool failed; /* a write failed: what follows is not written */
	struct paper paper;
	const struct signs *signs;
	int text, right; /* the columns between which text stands */
	/* The block at hand. */
	struct arena arena;
	struct rows rows, margin;
	/* private */
	struct buf words, line;
};

void page_begin(struct page *, const struct result *, const struct print_options *, FILE *);
/* Flushes the stream too. Returns false when a write failed. */
bool page_end(struct page *);

/* Writes the block and starts an empty one. */
void page_flush(struct page *);

/* A buf to make a phrase in, and the phrase it holds, copied into the block's arena; the buf is
 * empty then. */
struct buf *page_words(struct page *);
const char *page_phrase(struct page *);

/* Adds a paragraph between `left` and the right edge of the text. Nothing for NULL. */
void page_paragraph(struct page *, enum role, const char *text, int left);
/* A heading over the whole width with words at its right edge (or NULL), and a rule below. */
void page_heading(struct page *, const char *title, const char *beside);

/* Adds "p. 12 [3]" at the right edge: of the last row where there is room, else of a new one. */
void page_cite(struct page *, const char *cite);

/* Puts a date into the margin of the block, with its Old Style form (or NULL) and the words of the
 * document (or NULL) below; a page in one column gets them as a row of their own. */
void page_date(struct page *, const struct date *, const struct date *old_style, const char *words);

#endif
