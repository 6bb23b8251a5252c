/* An event on a printed page. */
#ifndef TRUCE_PRINT_EVENT_H
#define TRUCE_PRINT_EVENT_H

#include "print/document.h"

/* With its quotations that are in the result, and all that the record says of it. */
void event_write(struct document *, const struct event *);

/* How much is told of an event: its date; where it was, who met, and the summary with its sources;
 * the outcome as well. */
enum event_telling { TELLING_DATE, TELLING_SUMMARY, TELLING_WHOLE };
void event_write_short(struct document *, const struct event *, enum event_telling);

#endif
