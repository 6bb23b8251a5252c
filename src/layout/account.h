/* What the quote pane holds: the account of an event, then its quotations; or the card of the record.
 *
 * Each is a stop: stop 0 is the account, stop n the nth quotation, and every row knows its stop.
 * Columns 0 and 1 are left free for the bar of the selected one. */
#ifndef TRUCE_LAYOUT_ACCOUNT_H
#define TRUCE_LAYOUT_ACCOUNT_H

#include "layout/rows.h"
#include "query/result.h"

/* The widest measure in which running text is set: longer lines tire the eye. */
enum { ACCOUNT_MEASURE = 74 };

/* Adds the account of an event, and its quotations as selected. */
void account_add(struct rows *, const struct result *, const struct event *);

#endif
