/* What the quote pane holds of an event: what it is, then its quotations, then about the entry:
 * note, likenesses, sources.
 *
 * Each is a stop: stop 0 is the event itself, stop n the nth quotation, the one behind the last
 * quotation what is about the entry, where there is something; and every row knows its stop.
 * Columns 0 and 1 are left free for the bar of the selected one. */
#ifndef TRUCE_LAYOUT_EVENT_PAGE_H
#define TRUCE_LAYOUT_EVENT_PAGE_H

#include "layout/rows.h"
#include "query/result.h"
#include "query/threads.h"

/* Adds the event, and its quotations as selected. The threads are of the result's record. */
void event_page_add(struct rows *, const struct result *, struct threads *, const struct event *);

/* Whether its page begins with what it is compared to, for which it stands in the record: it is beside the
 * eras, and nothing that is compared waits. */
bool event_page_is_compared(const struct result *, const struct event *);

#endif
