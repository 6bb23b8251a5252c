/* An event on a page of text: its account, its quotations, its positions. Each function adds to the block
 * of the page; text_event writes it, block by block. */
#ifndef TRUCE_PRINT_TEXT_EVENT_H
#define TRUCE_PRINT_TEXT_EVENT_H

#include "print/page.h"

void text_event(struct page *, const struct event *);

/* One row: date, whether it has words, title, how many quotations. */
void text_event_brief(struct page *, const struct event *);

/* The words, and below them who said them, when, and where it is printed. */
void text_quote_alone(struct page *, const struct quote *);

#endif
